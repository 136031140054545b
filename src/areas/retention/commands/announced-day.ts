import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'

/** How long before its day whoever handles a record is told that it will be erased. */
const ANNOUNCED_DAYS = 30

/**
 * The day to announce for what is over on a day, or null while that is more than a month away. What is over already, because the
 * rule is new or the program stood still, has its month all the same.
 */
export function announcedDay(
  over: Temporal.PlainDate | null,
  calendar: SchoolCalendar,
  now: Temporal.Instant,
): Temporal.PlainDate | null {
  const soonest = dayOf(calendar, now).add({ days: ANNOUNCED_DAYS })
  if (over === null || Temporal.PlainDate.compare(over, soonest) > 0) return null
  return Temporal.PlainDate.compare(over, soonest) < 0 ? soonest : over
}
