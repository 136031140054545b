import { dayOf, endOfDay, kindOfDay, type SchoolCalendar } from './school-calendar.ts'

/** A moment reached by counting school days, and whether any counted day was inferred from the weekday. */
export interface SchoolDue {
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly inferred: boolean
}

// A school that is closed for longer than this has no school days to wait for; Monday to Friday counts again.
const LONGEST_CLOSURE_DAYS = 400

/**
 * Counts school days from an event: its own day does not count, and the thing is due when the last counted day ends.
 * Zero means the event's own school day while that lasts, otherwise the next one.
 */
export function addSchoolDays(calendar: SchoolCalendar, from: Temporal.Instant, count: number): SchoolDue {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('School days are counted in whole numbers from 0')
  let day = dayOf(calendar, from)
  if (count === 0) {
    const today = kindOfDay(calendar, day)
    const at = endOfDay(calendar, day)
    if (today.open && Temporal.Instant.compare(from, at) <= 0) return { day, at, inferred: today.inferred }
  }
  let inferred = false
  for (let left = Math.max(count, 1); left > 0; left -= 1) {
    const next = nextSchoolDay(calendar, day)
    day = next.day
    inferred ||= next.inferred
  }
  return { day, at: endOfDay(calendar, day), inferred }
}

/** The first school day after a day. */
export function nextSchoolDay(
  calendar: SchoolCalendar,
  after: Temporal.PlainDate,
): { readonly day: Temporal.PlainDate; readonly inferred: boolean } {
  let day = after
  for (let tries = 0; tries < LONGEST_CLOSURE_DAYS; tries += 1) {
    day = day.add({ days: 1 })
    const kind = kindOfDay(calendar, day)
    if (kind.open) return { day, inferred: kind.inferred }
  }
  const weekday = after.add({ days: after.dayOfWeek >= 5 ? 8 - after.dayOfWeek : 1 })
  return { day: weekday, inferred: true }
}

/** The first school day on or after a day. */
export const schoolDayFrom = (
  calendar: SchoolCalendar,
  from: Temporal.PlainDate,
): { readonly day: Temporal.PlainDate; readonly inferred: boolean } =>
  nextSchoolDay(calendar, from.subtract({ days: 1 }))
