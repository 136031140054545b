import type { ColumnFrom, EarlierFrom } from '../../types/given.ts'
import type { Table } from '../../types/table.ts'
import type { Given } from './look-up.ts'

/** Something that was decided about a person in an earlier case, by applying a table. */
export interface EarlierDecision {
  readonly record: string
  readonly person: string
  /** The parts in which they stand in this case and stood in that one. */
  readonly parts: readonly string[]
  readonly table: string
  /** What the row was found by then. */
  readonly given: Given
}

/** What the software knows by itself about the people of a record. */
export interface KnownOfPeople {
  readonly earlier: readonly EarlierDecision[]
  /** What each is to the school: `pupil`, `staff`. */
  readonly kinds: Readonly<Record<string, string>>
}

/** A number that the software counted for a column of a table, and what somebody put in its place. */
export interface Counted {
  readonly number: number
  /** The cases that were counted. */
  readonly records: readonly string[]
  readonly instead?: { readonly number: number; readonly because: string }
}

/** Whether a column is counted from earlier cases. */
export const isEarlier = (from: ColumnFrom): from is EarlierFrom => typeof from === 'object' && 'earlier' in from

/** The earlier cases that a column counts. `known` is what the other columns say now; nobody is meant without a person. */
export function countEarlier(
  from: EarlierFrom,
  table: string,
  known: Given,
  person: string | null,
  decisions: readonly EarlierDecision[],
): Counted | null {
  if (person === null) return null
  const alike = decisions.filter(
    (one) =>
      one.person === person &&
      one.table === table &&
      (from.part === undefined ? one.parts.length > 0 : one.parts.includes(from.part)) &&
      (from.earlier === 'any' || Object.entries(known).every(([id, value]) => one.given[id] === value)),
  )
  const records = [...new Set(alike.map((one) => one.record))]
  return { number: records.length, records }
}

/** A count as the value of its column: yes or no where the column asks that, and never more than is told apart. */
export function valueOfCount(input: Table['inputs'][number], from: EarlierFrom, counted: Counted): number | boolean {
  const number = counted.instead?.number ?? counted.number
  if (input.type === 'yes_no' || input.type === 'boolean') return number > 0
  return from.up_to === undefined ? number : Math.min(number, from.up_to)
}
