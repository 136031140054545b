import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Text } from '../../types/base.ts'
import type { Pack } from '../../types/pack.ts'
import type { DatedRecord } from './record-dates.ts'
import { datesOfRecord } from './record-dates.ts'

/** What holds of a record from a moment on. */
export interface CountingMoment {
  readonly id: string
  readonly says: Text
  /** Null while the moment is not known: then it does not hold yet. */
  readonly at: Temporal.Instant | null
  /** It holds by the moment at which one looks. */
  readonly holds: boolean
}

/** The moments of a record that count without anything being due, in the order of the pack. */
export function countingMoments(
  pack: Pack,
  record: DatedRecord,
  calendar: SchoolCalendar,
  now: Temporal.Instant,
): CountingMoment[] {
  const dates = datesOfRecord(pack, record, calendar)
  return (pack.records[record.kind]?.dates ?? []).flatMap((date) => {
    if (!('from_then' in date)) return []
    const at = dates.get(date.id)?.at ?? null
    return [{ id: date.id, says: date.from_then, at, holds: at !== null && Temporal.Instant.compare(at, now) <= 0 }]
  })
}
