import { isMap } from '#pack/edit/place.ts'
import type { Control, Sent } from './control.ts'
import { ofShape, under } from './control.ts'
import { shapeOf } from './known-types.ts'

type Out = Record<string, string | readonly string[]>

/** What the fields of a form hold for a value: the form as if somebody had typed it. */
export function fieldsFor(control: Control, name: string, value: unknown): Sent {
  const out: Out = {}
  write(control, name, value, out)
  return out
}

function write(control: Control, name: string, value: unknown, out: Out): void {
  if (value === undefined || value === null) return
  if (control.is === 'text') writeText(control.languages, name, value, out)
  else if (control.is === 'amount') writeAmount(name, String(value), out)
  else if (control.is === 'scalar') writeScalar(name, value, out)
  else if (control.is === 'choice') writeChoice(control, name, value, out)
  else if (control.is === 'group' || control.is === 'several' || control.is === 'pairs')
    writeInner(control, name, value, out)
  else if (control.is !== 'fixed' && control.is !== 'parts') out[name] = plainly(control, value)
}

function writeInner(control: Control, name: string, value: unknown, out: Out): void {
  if (control.is === 'group')
    for (const field of control.fields) write(field.control, under(name, field.key), at(value, field.key), out)
  if (control.is === 'several' && Array.isArray(value))
    for (const [index, one] of value.entries()) write(control.of, under(name, String(index)), one, out)
  if (control.is === 'pairs' && isMap(value))
    for (const [key, one] of Object.entries(value)) write(control.of, under(name, key), one, out)
}

function plainly(control: Control, value: unknown): string | readonly string[] {
  if (control.is === 'tick') return value === true ? 'yes' : ''
  if (control.is === 'flag') return 'yes'
  if (control.is === 'some' || control.is === 'cell') return Array.isArray(value) ? value.map(String) : [String(value)]
  if (Array.isArray(value)) return value.join(control.is === 'clauses' ? ', ' : '\n')
  return String(value)
}

const at = (value: unknown, key: string): unknown => (isMap(value) ? value[key] : undefined)

function writeText(languages: readonly string[], name: string, value: unknown, out: Out): void {
  const [base = 'en'] = languages
  if (typeof value === 'string') out[under(name, base)] = value
  else if (isMap(value)) {
    for (const [language, words] of Object.entries(value)) out[under(name, language)] = String(words)
    // Told apart from a bare text, so that nothing changes by being looked at.
    out[under(name, 'several')] = 'yes'
  }
}

function writeAmount(name: string, value: string, out: Out): void {
  const [, count = '', unit = ''] = /^(\d+) (.+)$/.exec(value) ?? []
  out[under(name, 'count')] = count
  out[under(name, 'unit')] = unit
}

function writeScalar(name: string, value: unknown, out: Out): void {
  out[under(name, 'type')] = Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : typeof value
  out[name] = Array.isArray(value) ? value.join('\n') : String(value)
}

function writeChoice(control: Control & { is: 'choice' }, name: string, value: unknown, out: Out): void {
  const index = shapeOf(
    control.shapes.map((shape) => shape.type),
    value,
  )
  const shape = control.shapes[index]
  if (shape === undefined) return
  out[name] = String(index)
  write(shape.control, ofShape(name, index), value, out)
}
