import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { firstSecond } from './due.ts'

/** A moment that somebody wrote into a field. */
export interface At {
  readonly at: Temporal.Instant
  /** A day without an hour: what is due on it is due when it ends. */
  readonly wholeDay: boolean
}

/** A date or time as a field holds it: `2026-10-23`, `2026-10-23T16:00` in the school's own time; null for anything else. */
export function readLocal(value: unknown, calendar: SchoolCalendar): At | null {
  if (typeof value !== 'string') return null
  if (/^\d{4}-\d\d-\d\d$/.test(value))
    return { at: firstSecond(Temporal.PlainDate.from(value), calendar), wholeDay: true }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return null
  return {
    at: Temporal.PlainDateTime.from(value.slice(0, 16)).toZonedDateTime(calendar.zone).toInstant(),
    wholeDay: false,
  }
}
