import { z } from 'zod'
import { valueAt } from '#pack/edit/place.ts'
import { Words } from '#pack/sentences/words.ts'
import { clauseId, expression, text } from '#pack/types/base.ts'
import { builtInEvents, event } from '#pack/types/event.ts'
import { partsOf } from '#pack/types/parts.ts'
import { scalar } from '#pack/types/value.ts'
import type { Control, Field, Option, Shape } from './control.ts'
import {
  bare,
  fallbackOf,
  isAmount,
  isPoint,
  isRange,
  kindsOfRef,
  mayBeLeftOut,
  objectShapes,
  wordsOf,
} from './known-types.ts'
import { bareOptions, momentOptions, refOptions, type Subject, valueOptions } from './options.ts'
import { sayWord } from './words.ts'

const HEAVY = 9

/** How a value of a type is asked for at a place: read from the type, so that no construct is left without a form. */
export function controlOf(type: z.core.$ZodType, key: string, subject: Subject): Control {
  const inner = bare(type)
  return wellKnown(inner, key, subject) ?? byType(inner, key, subject)
}

function wellKnown(type: z.core.$ZodType, key: string, subject: Subject): Control | null {
  if (type === text) return { is: 'text', languages: languagesOf(subject) }
  if (type === expression) return { is: 'expression' }
  if (type === scalar) return { is: 'scalar' }
  if (type === event) return { is: 'one', options: eventOptions(subject, currentAt(subject, key)) }
  if (type instanceof z.ZodArray && type.element === clauseId) return { is: 'clauses' }
  if (key === 'when' && subject.place[0] === 'tables') return conditions(subject)
  if (isAmount(type)) return { is: 'amount' }
  if (isPoint(type))
    return { is: 'line', hint: 'For instance: start of term, 4 weeks after start of term, 1 September' }
  if (isRange(type)) return { is: 'line', hint: 'A number, or a range: 2, 1.. (one or more), 2..4' }
  return null
}

function byType(type: z.core.$ZodType, key: string, subject: Subject): Control {
  const options = simpleOptions(type, key, subject)
  if (options !== null) return { is: 'one', options }
  if (type instanceof z.ZodString) return { is: 'line', hint: '' }
  if (type instanceof z.ZodNumber) return { is: 'number' }
  if (type instanceof z.ZodBoolean) return { is: 'tick' }
  if (type instanceof z.ZodLiteral) return { is: 'fixed', value: [...type.values][0] }
  if (type instanceof z.ZodObject) return groupOf(type, subject)
  if (type instanceof z.ZodUnion) return choiceOf(type.options, key, subject)
  if (type instanceof z.ZodArray) return listOf(type.element, key, subject)
  if (type instanceof z.ZodRecord) return mapOf(type.valueType, subject)
  return { is: 'line', hint: '' }
}

/** The options of what is chosen from a list: words, references, ids of something near; null for anything else. */
function simpleOptions(type: z.core.$ZodType, key: string, subject: Subject): Option[] | null {
  const inner = bare(type)
  const kinds = kindsOfRef(inner)
  if (kinds.length > 0)
    return key === 'breach' ? valueOptions(subject) : refOptions(subject, kinds, currentAt(subject, key))
  if (inner === event) return eventOptions(subject, currentAt(subject, key))
  const words = wordsOf(inner)
  if (words !== null) return words.map((word) => ({ value: word, text: sayWord(word) }))
  if (inner instanceof z.ZodString && !isAmount(inner)) return bareOptions(subject, key)
  if (!(inner instanceof z.ZodUnion)) return null
  const each = inner.options.map((option) => simpleOptions(option, key, subject))
  return each.every((options) => options !== null) ? each.flat() : null
}

/** Every text that stands near a key now, so that a reference to a part of something stays among the answers. */
function currentAt({ pack, place }: Subject, key: string): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'string' && /^[a-z]+\/[a-z]/.test(value)) found.push(value)
    else if (Array.isArray(value)) value.forEach(look)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(valueAt(pack, [...place, key]))
  return [...new Set(found)]
}

const eventOptions = (subject: Subject, current: readonly string[]): Option[] => [
  ...builtInEvents.map((name) => ({ value: name, text: sayWord(name) })),
  ...momentOptions(subject, kindsOfRef(bare(event.options[1])), current),
]

const FIRST = ['ask', 'do', 'says', 'title', 'asks', 'intro']

/** The words of a part are asked for first; the rest follows as the type names it. */
const groupOf = (type: z.ZodObject, subject: Subject): Control => ({
  is: 'group',
  fields: Object.entries(type.shape)
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([key, of]): Field => fieldOf(key, of, subject)),
})

const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)

function fieldOf(key: string, type: z.core.$ZodType, subject: Subject): Field {
  const required = !mayBeLeftOut(type)
  const control = controlOf(type, key, subject)
  const flag = bare(type)
  if (!required && flag instanceof z.ZodLiteral)
    return { key, required, fallback: undefined, control: { is: 'flag', value: [...flag.values][0] } }
  const optionalGroup = !required && control.is === 'group'
  return {
    key,
    required,
    fallback: fallbackOf(type),
    control: optionalGroup ? { is: 'choice', shapes: [{ label: 'Say it', type: bare(type), control }] } : control,
  }
}

/** The name of a shape: the first of its keys that the other shapes lack, or what kind of value it is. */
function choiceOf(options: readonly z.core.$ZodType[], key: string, subject: Subject): Control {
  const shapes = options.flatMap((option): Shape[] => {
    const control = controlOf(option, key, subject)
    // A choice within a choice is one choice.
    if (control.is === 'choice') return [...control.shapes]
    return [{ label: shapeLabel(option, options), type: option, control }]
  })
  return { is: 'choice', shapes }
}

/** What a shape of a choice is called. */
export function shapeLabel(option: z.core.$ZodType, all: readonly z.core.$ZodType[]): string {
  const inner = bare(option)
  if (inner instanceof z.ZodObject) {
    const others = all.filter((other) => other !== option).flatMap(objectShapes)
    const keys = Object.keys(inner.shape)
    const own = keys.find((key) => others.every((other) => !Object.hasOwn(other.shape, key)))
    const kind = wordsOf(inner.shape.kind ?? inner.shape.of ?? z.unknown())?.[0]
    return sayWord(kind ?? own ?? keys[0] ?? '')
  }
  if (inner instanceof z.ZodArray) return 'In each case somebody else'
  if (isAmount(inner)) return 'A length of time'
  if (inner instanceof z.ZodUnion && inner.options.some((one) => isAmount(bare(one)))) return 'A rhythm'
  return inner instanceof z.ZodString && kindsOfRef(inner).length === 0 ? 'In words' : 'One of these'
}

function listOf(element: z.core.$ZodType, key: string, subject: Subject): Control {
  const options = simpleOptions(element, key, subject)
  if (options !== null) return { is: 'some', options }
  if (bare(element) instanceof z.ZodString && !isAmount(bare(element))) return { is: 'lines' }
  const entry = objectShapes(element)
  if (entry.some((shape) => Object.hasOwn(shape.shape, 'id'))) return { is: 'parts', of: element, ordered: true }
  const of = controlOf(element, key, { ...subject, place: [...subject.place, key] })
  return weight(of) > HEAVY ? { is: 'parts', of: element, ordered: true } : { is: 'several', of, type: element }
}

function mapOf(type: z.core.$ZodType, subject: Subject): Control {
  if (objectShapes(type).length > 0 && bare(type) !== scalar && weight(controlOf(type, '', subject)) > HEAVY)
    return { is: 'parts', of: type, ordered: false }
  return { is: 'pairs', of: controlOf(type, '', subject) }
}

/** The conditions of a row: one for each column of its table, with the answers that the column has. */
function conditions({ pack, place }: Subject): Control {
  const words = new Words(pack, pack.pack.language)
  const fields = (pack.tables[place[1] ?? '']?.inputs ?? []).map((input): Field => {
    const list = pack.lists[partsOf(input.type)?.id ?? '']
    const options = list?.values.map((value) => ({ value: value.id, text: words.whole(value.says) }))
    return {
      key: input.id,
      label: words.whole(input.says),
      required: false,
      fallback: undefined,
      control: options === undefined ? { is: 'scalar' } : { is: 'cell', options },
    }
  })
  return { is: 'group', fields }
}

const languagesOf = ({ pack }: Subject): string[] => [
  pack.pack.language,
  ...pack.pack.languages.filter((language) => language !== pack.pack.language),
]

function weight(control: Control): number {
  if (control.is === 'group') return control.fields.reduce((sum, field) => sum + weight(field.control), 0)
  if (control.is === 'choice') return control.shapes.reduce((sum, shape) => sum + weight(shape.control), 1)
  if (control.is === 'several' || control.is === 'pairs') return 2 * weight(control.of)
  return control.is === 'parts' ? HEAVY : 1
}
