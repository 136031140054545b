import { isMap } from '#pack/edit/place.ts'
import { allIn, type Control, type Field, lineIn, ofShape, type Sent, under } from './control.ts'

/**
 * The value that a form says. It is not judged here: whatever was typed goes to the one checker, which says what is wrong
 * and where. `kept` is what stands there now; of it stay the parts that have pages of their own.
 */
export function readControl(control: Control, name: string, sent: Sent, kept: unknown): unknown {
  switch (control.is) {
    case 'text':
      return readText(control.languages, name, sent)
    case 'amount':
      return readAmount(name, sent)
    case 'scalar':
      return readScalar(name, sent)
    case 'number':
      return readNumber(lineIn(sent, name))
    case 'tick':
      return lineIn(sent, name) !== ''
    case 'flag':
      return lineIn(sent, name) === '' ? undefined : control.value
    case 'fixed':
      return control.value
    case 'some':
      return allIn(sent, name)
    case 'cell':
      return oneOrMore(allIn(sent, name))
    case 'lines':
      return linesIn(lineIn(sent, name))
    case 'clauses':
      return lineIn(sent, name)
        .split(/[\s,;]+/)
        .filter((id) => id !== '')
    case 'group':
      return readGroup(control.fields, name, sent, kept)
    case 'choice':
      return readChoice(control, name, sent, kept)
    case 'several':
      return readSeveral(control, name, sent, kept)
    case 'pairs':
      return readPairs(control, name, sent, kept)
    case 'parts':
      return kept
    default:
      return lineIn(sent, name) === '' ? undefined : lineIn(sent, name)
  }
}

function readGroup(fields: readonly Field[], name: string, sent: Sent, kept: unknown): unknown {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const before = isMap(kept) ? kept[field.key] : undefined
      const value =
        field.key === 'id' && before !== undefined ? before : readField(field, under(name, field.key), sent, before)
      return value === undefined ? [] : [[field.key, value]]
    }),
  )
}

/** What is left empty is left out where it may be; else it goes to the checker as empty as it is. */
function readField(field: Field, name: string, sent: Sent, kept: unknown): unknown {
  const value = readControl(field.control, name, sent, kept)
  if (field.control.is === 'parts' || field.required) return value
  // A flag that stands on unless told is off when the box is not ticked.
  if (field.control.is === 'tick') return value === false && field.fallback === undefined ? undefined : value
  return saysNothing(value) ? field.fallback : value
}

const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0)

function readText(languages: readonly string[], name: string, sent: Sent): unknown {
  const words = languages.flatMap((language) => {
    const text = normal(lineIn(sent, under(name, language)))
    return text === '' ? [] : [[language, text] as const]
  })
  const [first] = words
  if (first === undefined) return undefined
  const bare = words.length === 1 && first[0] === languages[0] && lineIn(sent, under(name, 'several')) === ''
  return bare ? first[1] : Object.fromEntries(words)
}

const normal = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n')

function readAmount(name: string, sent: Sent): string | undefined {
  const count = lineIn(sent, under(name, 'count'))
  const unit = lineIn(sent, under(name, 'unit'))
  return count === '' ? undefined : `${count} ${unit}`.trim()
}

function readScalar(name: string, sent: Sent): unknown {
  const typed = normal(lineIn(sent, name))
  if (typed === '') return undefined
  const type = lineIn(sent, under(name, 'type'))
  if (type === 'number') return readNumber(typed)
  if (type === 'boolean') return /^(true|yes)$/i.test(typed) ? true : /^(false|no)$/i.test(typed) ? false : typed
  return type === 'list' ? linesIn(typed) : typed
}

const readNumber = (typed: string): number | string | undefined =>
  typed === '' ? undefined : /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed

const linesIn = (text: string): string[] =>
  normal(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const oneOrMore = (values: readonly string[]): unknown => (values.length > 1 ? values : values[0])

function readChoice(control: Control & { is: 'choice' }, name: string, sent: Sent, kept: unknown): unknown {
  const index = Number(lineIn(sent, name) || Number.NaN)
  const shape = control.shapes[index]
  return shape === undefined ? undefined : readControl(shape.control, ofShape(name, index), sent, kept)
}

/** Entries in order; what is left empty, or marked to go, is dropped. */
function readSeveral(control: Control & { is: 'several' }, name: string, sent: Sent, kept: unknown): unknown[] {
  const numbers = Object.keys(sent).flatMap((key) => {
    const found = key.startsWith(`${name}/`) ? /^\d+/.exec(key.slice(name.length + 1)) : null
    return found === null ? [] : [Number(found[0])]
  })
  return [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .flatMap((index) => {
      const own = under(name, String(index))
      if (lineIn(sent, under(own, 'remove')) !== '') return []
      const value = readControl(control.of, own, sent, Array.isArray(kept) ? kept[index] : undefined)
      return isEmpty(value) ? [] : [value]
    })
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) ? value.length === 0 : isMap(value) && Object.values(value).every(isEmpty))

function readPairs(control: Control & { is: 'pairs' }, name: string, sent: Sent, kept: unknown): unknown {
  const keys = Object.keys(isMap(kept) ? kept : {})
  const known = keys.flatMap((key) => {
    const value = readControl(control.of, under(name, key), sent, isMap(kept) ? kept[key] : undefined)
    return isEmpty(value) && typeof value !== 'boolean' ? [] : [[key, value] as const]
  })
  const added = lineIn(sent, under(name, '+'))
  const value = readControl(control.of, under(name, '+value'), sent, undefined)
  return Object.fromEntries(added === '' ? known : [...known, [added, value ?? '']])
}
