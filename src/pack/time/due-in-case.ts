import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { CaseLimit } from '../types/time.ts'
import { type Due, dueWith, lastSecond } from './due.ts'
import { readLocal } from './local.ts'
import { timeOf } from './read.ts'

/**
 * When something of a case is due: by a limit from its beginning, on the date in one of its fields, or so long after it.
 * Null while nobody knows: the school has not put a number to the policy's word, or the field is empty.
 */
export function dueInCase(
  limit: CaseLimit,
  since: Temporal.Instant,
  fields: Readonly<Record<string, unknown>>,
  calendar: SchoolCalendar,
): Due | null {
  if (typeof limit === 'string' || !('until' in limit || 'from' in limit))
    return dueWith(timeOf(limit), since, calendar)
  const found = readLocal(fields['until' in limit ? limit.until : limit.from], calendar)
  if (found === null) return null
  if ('from' in limit) return dueWith(timeOf(limit.for), found.at, calendar)
  const { at, wholeDay } = found
  const day = at.toZonedDateTimeISO(calendar.zone).toPlainDate()
  return { at: wholeDay ? lastSecond(day, calendar) : at, inferred: false }
}
