import type { RecordKind } from '../types/record.ts'
import type { Source } from '../types/value.ts'

/** From how many, and since when, a pupil who is in several is pointed out, and who says so. */
export interface RepeatRule {
  readonly cases: number
  /** As it is written: `6 weeks`. */
  readonly within: string
  readonly since: Temporal.Instant
  /** Null where the pack says nothing: then it is what the software takes. */
  readonly source: Source | null
}

/** What is taken where a pack says nothing: six weeks are about half a term. */
const USUAL = { cases: 3, within: '6 weeks' } as const

const UNITS = { day: 'days', week: 'weeks', month: 'months' } as const

/** The rule of a kind of record, by the calendar of the school. What the pack writes without a source is stated. */
export function repeatRule(record: RecordKind | undefined, now: Temporal.Instant, zone: string): RepeatRule {
  const said = record?.repeats
  const { cases, within } = said ?? USUAL
  const [count, unit = ''] = within.split(' ')
  const plural = Object.entries(UNITS).find(([one]) => unit.startsWith(one))?.[1] ?? 'weeks'
  const since = now
    .toZonedDateTimeISO(zone)
    .subtract({ [plural]: Number(count) })
    .toInstant()
  return { cases, within, since, source: said === undefined ? null : (said.source ?? 'stated') }
}
