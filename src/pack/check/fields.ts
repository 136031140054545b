import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Field } from '../types/field.ts'
import type { Pack } from '../types/pack.ts'
import { answersOf, flowsIn } from '../types/parts.ts'
import type { Steps } from '../types/step.ts'
import type { View } from './view.ts'

/** A field and where it is written. */
export interface FieldPlace {
  readonly field: Field
  readonly path: Path
}

const placed = (fields: readonly Field[], path: Path): FieldPlace[] =>
  fields.map((field, index) => ({ field, path: [...path, index] }))

/** The fields asked in a procedure, with their places. */
export const stepFieldPlaces = (steps: Steps, path: Path): FieldPlace[] =>
  Object.entries(steps).flatMap(([id, step]) => [
    ...placed(step.fields, [...path, id, 'fields']),
    ...answersOf(step).flatMap((answer, index) => placed(answer.fields, [...path, id, 'answers', index, 'fields'])),
  ])

/** Every field of a record with its place: of its form, its steps, and the flows that run in it. */
export function recordFieldPlaces(pack: Pack, recordId: string): FieldPlace[] {
  const record = pack.records[recordId]
  if (record === undefined) return []
  return [
    ...placed(record.fields, ['records', recordId, 'fields']),
    ...stepFieldPlaces(record.steps, ['records', recordId, 'steps']),
    ...flowsIn(pack, recordId).flatMap((flow) =>
      stepFieldPlaces(pack.flows[flow]?.steps ?? {}, ['flows', flow, 'steps']),
    ),
  ]
}

/** Every field of a pack with its place: records, rows, flows, assents, actions, exceptions. */
const allFieldPlaces = (pack: Pack): FieldPlace[] => [
  ...Object.entries(pack.records).flatMap(([id, record]) => [
    ...placed(record.fields, ['records', id, 'fields']),
    ...stepFieldPlaces(record.steps, ['records', id, 'steps']),
    ...record.rows.flatMap((rows, index) => placed(rows.fields, ['records', id, 'rows', index, 'fields'])),
  ]),
  ...Object.entries(pack.flows).flatMap(([id, flow]) => stepFieldPlaces(flow.steps, ['flows', id, 'steps'])),
  ...(['assents', 'actions', 'exceptions'] as const).flatMap((kind) =>
    Object.entries(pack[kind]).flatMap(([id, thing]) => placed(thing.fields, [kind, id, 'fields'])),
  ),
]

/** What the pages of records ask by themselves. Only names without a hyphen: an id of a pack has none. */
export const NAMES_OF_PAGES: ReadonlySet<string> = new Set(
  'answer gave_up heard item minute more needed not_needed note reason school taken_back title voice witness'.split(
    ' ',
  ),
)

/** Of a field that is called like one that the page has itself nobody could tell which was filled in. */
export const fieldsBesidePages = ({ pack, positions }: View): Fault[] =>
  allFieldPlaces(pack).flatMap(({ field, path }) => {
    if (path[0] === 'assents' || path[2] === 'rows' || !NAMES_OF_PAGES.has(field.id)) return []
    const says = `The page asks for a “${field.id}” of its own. Give this field another id.`
    return [positions.fault([...path, 'id'], 'overlapping_id', says)]
  })

/** What is asked later can be left open for ever, and only the form of a record is there to be filled in later. */
export const laterFits = ({ pack, positions }: View): Fault[] =>
  allFieldPlaces(pack).flatMap(({ field, path }) => {
    if (field.later === undefined) return []
    const wrong = (says: string) => [positions.fault([...path, 'later'], 'wrong_later', says)]
    if (path[0] !== 'records' || path[2] !== 'fields')
      return wrong(`“${field.id}” is asked on the way. Only what the form of a record asks can be filled in later.`)
    return field.required
      ? wrong(`“${field.id}” is filled in later, so it cannot be required. Add required: false.`)
      : []
  })

/** Only a yes/no question that has to be answered can have an answer that it must have. */
export const mustFits = ({ pack, positions }: View): Fault[] =>
  allFieldPlaces(pack).flatMap(({ field, path }) => {
    const wrong = (key: string, says: string) => [positions.fault([...path, key], 'wrong_must', says)]
    if (field.must === undefined)
      return field.refusal === undefined ? [] : wrong('refusal', 'Say with must: which answer is the only one taken.')
    if (field.type !== 'boolean' && field.type !== 'yes_no')
      return wrong('must', `“${field.id}” is no yes/no question, so no answer of it can be the only one taken.`)
    return field.required ? [] : wrong('must', `“${field.id}” may be left open, so whoever leaves it open would pass.`)
  })
