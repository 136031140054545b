import { KEPT_WORDS } from '../expressions/environment.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Field } from '../types/field.ts'
import { answersOf } from '../types/parts.ts'
import { recordFieldPlaces } from './fields.ts'
import { proceduresOf, textsOf, type View } from './view.ts'

/** Within one list, no id stands twice. */
export function listIds({ pack, positions }: View): Fault[] {
  const faults: Fault[] = []
  visitLists(pack, [], (items, path) => {
    const seen = new Set<string>()
    for (const [index, item] of items.entries()) {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
      if (typeof id !== 'string') continue
      if (seen.has(id))
        faults.push(positions.fault([...path, index, 'id'], 'duplicate_id', `“${id}” stands here twice.`))
      seen.add(id)
    }
  })
  return faults
}

/** The page of a step asks for a field once: of two with one name nobody could tell which was filled in. */
export const fieldsOfStep = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap(({ path, steps }) =>
    Object.entries(steps).flatMap(([id, step]) => {
      const at = [...path, 'steps', id]
      const own = fieldsAt(step.fields, [...at, 'fields'])
      const places = [
        ...own,
        ...answersOf(step).flatMap(({ fields }, index) => fieldsAt(fields, [...at, 'answers', index, 'fields'])),
      ]
      return places
        .filter(({ field, list }, index) =>
          places.slice(0, index).some((one) => one.field === field && one.list.join() !== list.join()),
        )
        .map(({ field, list, index }) =>
          positions.fault([...list, index, 'id'], 'duplicate_id', `This step asks for “${field}” already.`),
        )
    }),
  )

const fieldsAt = (fields: readonly Field[], list: Path) =>
  fields.map(({ id: field }, index) => ({ field, list, index }))

const TAKEN = ['person', 'answers', 'subject', 'opener', 'viewer', 'state', 'item', 'settings']

/** Within a record and its flows a name means one thing; a field may be asked again only as the same type. */
export function recordNames({ pack, positions }: View): Fault[] {
  return Object.entries(pack.records).flatMap(([id, record]) => {
    const about = Object.keys(pack.facts).map((name) => name.split('.')[0] ?? '')
    const types = new Map([...TAKEN, ...KEPT_WORDS, ...about].map((name) => [name, 'a built-in word']))
    const faults: Fault[] = []
    const take = (name: string, type: string, again: boolean, path: Path) => {
      const before = types.get(name)
      if (before !== undefined && !(again && before === type))
        faults.push(positions.fault(path, 'overlapping_id', `“${name}” already names something else in this record.`))
      types.set(name, type)
    }
    for (const kind of ['rows', 'about', 'dates'] as const)
      for (const [index, thing] of record[kind].entries())
        take(thing.id, kind, false, ['records', id, kind, index, 'id'])
    for (const { field, path } of recordFieldPlaces(pack, id))
      take(field.id, field.type, path.length > 4, [...path, 'id'])
    return faults
  })
}

const CLAUSE_KEYS: ReadonlySet<unknown> = new Set(['clauses', 'states', 'between'])

/** Every clause id named anywhere is a clause of the policy. */
export function clauseIds({ pack, positions }: View): Fault[] {
  const known = new Set(pack.clauses.map((clause) => clause.id))
  return [...textsOf(pack)].flatMap(({ path, text }) => {
    const key = path.at(-2)
    if (path[0] === 'clauses' || !CLAUSE_KEYS.has(key) || known.has(text)) return []
    return [positions.fault(path, 'unknown_clause', `There is no clause ${text} in this policy.`)]
  })
}

function visitLists(value: unknown, path: Path, see: (items: readonly unknown[], path: Path) => void): void {
  if (Array.isArray(value)) see(value, path)
  if (typeof value !== 'object' || value === null) return
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [key, item] of entries) visitLists(item, [...path, key], see)
}
