import { teamsIn } from '../engines/case-team.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { type Effect, EVIDENCE } from '../types/effect.ts'
import type { Pack } from '../types/pack.ts'
import { answersOf, partsOf } from '../types/parts.ts'
import { builtInColumns } from '../types/record.ts'
import type { Step, WaitStep } from '../types/step.ts'
import { recordFieldPlaces } from './fields.ts'
import { proceduresOf, type View } from './view.ts'

const MOMENTS = ['opened', 'closed', 'end', 'person.left']

/** Bare names in a record and its flows: fields, parts, rows and dates that must exist in it. */
export const localNames = (view: View): Fault[] => [
  ...Object.keys(view.pack.records).flatMap((id) => recordNames(view, id)),
  ...proceduresOf(view.pack).flatMap(({ ref, path, steps }) =>
    Object.entries(steps).flatMap(([id, step]) =>
      stepNames(view, within(view.pack, ref), step, [...path, 'steps', id]),
    ),
  ),
  ...lists(view),
  ...teams(view),
]

/** The records in which a procedure runs. */
function within(pack: Pack, ref: string): string[] {
  const parts = partsOf(ref)
  if (parts?.kind === 'record') return [parts.id]
  return (pack.flows[parts?.id ?? '']?.in ?? []).flatMap((one) => partsOf(one)?.id ?? [])
}

const fieldsOf = (pack: Pack, id: string): Set<string> =>
  new Set(recordFieldPlaces(pack, id).map(({ field }) => field.id))

function recordNames({ pack, positions }: View, id: string): Fault[] {
  const record = pack.records[id]
  if (record === undefined) return []
  const fields = fieldsOf(pack, id)
  const parts = new Set(record.parts.map((part) => part.id))
  const dates = new Set([...MOMENTS, ...fields, ...record.dates.map((date) => date.id), ...Object.keys(record.steps)])
  const columns = new Set<string>([...builtInColumns, ...fields, ...parts, ...record.about.map((about) => about.id)])
  const faults: Fault[] = []
  const wrong = (path: Path, name: string, what: string) =>
    faults.push(positions.fault(['records', id, ...path], 'unknown_name', `This record has no ${what} “${name}”.`))
  for (const [index, column] of record.columns.entries())
    for (const [n, name] of column.shows.entries())
      if (!columns.has(name)) wrong(['columns', index, 'shows', n], name, 'field or column')
  for (const [index, sight] of record.sight.entries())
    if (typeof sight.sees === 'object')
      for (const [n, name] of sight.sees.only.entries())
        if (!columns.has(name)) wrong(['sight', index, 'sees', 'only', n], name, 'field')
  for (const [index, date] of record.dates.entries())
    if (!dates.has(date.from)) wrong(['dates', index, 'from'], date.from, 'moment or date')
  if (record.keep !== undefined && 'after' in record.keep && !dates.has(record.keep.after))
    wrong(['keep', 'after'], record.keep.after, 'moment or date')
  for (const { field, path } of recordFieldPlaces(pack, id))
    for (const [n, part] of (field.parts ?? []).entries())
      if (!parts.has(part))
        faults.push(positions.fault([...path, 'parts', n], 'unknown_name', `record/${id} has no part “${part}”.`))
  return faults
}

function stepNames(view: View, records: readonly string[], step: Step, path: Path): Fault[] {
  const { pack, positions } = view
  const fault = (at: Path, name: string, what: string, record: string) =>
    positions.fault(at, 'unknown_name', `record/${record} has no ${what} “${name}”.`)
  const faults = records.flatMap((record) => {
    const fields = fieldsOf(pack, record)
    const effects = [
      ...effectNames(step.effects, [...path, 'effects']),
      ...answersOf(step).flatMap((answer, index) =>
        effectNames(answer.effects, [...path, 'answers', index, 'effects']),
      ),
    ]
    return effects.filter(({ name }) => !fields.has(name)).map(({ name, at }) => fault(at, name, 'field', record))
  })
  if ('wait_for' in step)
    return [...faults, ...awaitedNames(view, records, step.wait_for, [...path, 'wait_for', 'field'])]
  if (!('for_each' in step)) return faults
  return [
    ...faults,
    ...records.flatMap((id) => {
      const record = pack.records[id]
      if (record === undefined) return []
      const each = step.for_each
      if ('row' in each)
        return record.rows.some((rows) => rows.id === each.row)
          ? []
          : [fault([...path, 'for_each', 'row'], each.row, 'rows', id)]
      const parts = new Set(record.parts.map((part) => part.id))
      return each.person_with.flatMap((part, index) =>
        parts.has(part) ? [] : [fault([...path, 'for_each', 'person_with', index], part, 'part', id)],
      )
    }),
  ]
}

/** A wait that goes by a field finds it in the record, and some value of its list stands for a body. */
function awaitedNames(
  { pack, positions }: View,
  records: readonly string[],
  waitFor: WaitStep['wait_for'],
  at: Path,
): Fault[] {
  if (typeof waitFor === 'string' || !('field' in waitFor)) return []
  return records.flatMap((record) => {
    const found = recordFieldPlaces(pack, record).find(({ field }) => field.id === waitFor.field)
    if (found === undefined)
      return [positions.fault(at, 'unknown_name', `record/${record} has no field “${waitFor.field}”.`)]
    const values = pack.lists[partsOf(found.field.type)?.id ?? '']?.values ?? []
    const says = `No value of “${waitFor.field}” says with party: which body it stands for.`
    return values.some((value) => value.party !== undefined) ? [] : [positions.fault(at, 'nobody_meant', says)]
  })
}

const effectNames = (effects: readonly Effect[], path: Path): { name: string; at: Path }[] =>
  effects.flatMap((effect, index) => {
    const key = (['lend', 'hold', 'release', 'set', 'until'] as const).find((word) => word in effect)
    const name: unknown = key === undefined ? undefined : Reflect.get(effect, key)
    const evidence = name === EVIDENCE && (key === 'hold' || key === 'release')
    return key === undefined || typeof name !== 'string' || evidence ? [] : [{ name, at: [...path, index, key] }]
  })

const lists = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.lists).flatMap(([id, list]) => {
    const known = new Set(list.values.map((value) => value.id))
    const wrong = (path: Path, name: string) =>
      positions.fault(['lists', id, ...path], 'unknown_name', `This list has no value “${name}”.`)
    return [
      ...(list.default === undefined || known.has(list.default) ? [] : [wrong(['default'], list.default)]),
      ...list.values.flatMap((value, index) =>
        value.under === undefined || (known.has(value.under) && value.under !== value.id)
          ? []
          : [wrong(['values', index, 'under'], value.under)],
      ),
    ]
  })

/** The part or field in which the people of a team are named is one of some record. */
const teams = ({ pack, positions }: View): Fault[] =>
  teamsIn(pack).flatMap(({ ref, team }) => {
    const key = team.part === null ? 'field' : 'part'
    const name = team.part ?? team.field ?? ''
    const known = Object.entries(pack.records).some(([id, record]) =>
      key === 'part'
        ? record.parts.some((part) => part.id === name)
        : recordFieldPlaces(pack, id).some(({ field }) => field.id === name && namesPeople(field.type)),
    )
    const at = ['parties', ref.replace('party/', ''), 'people', key]
    return known ? [] : [positions.fault(at, 'unknown_name', `No record has a ${key} “${name}” for people.`)]
  })

const namesPeople = (type: string): boolean => type === 'person' || type === 'people' || type.startsWith('party/')
