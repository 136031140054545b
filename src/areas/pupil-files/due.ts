import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength } from '#pack/time/due.ts'

/**
 * By when the file of a pupil who moved has to be with the next school: within five school days of the day they moved, which in
 * the holidays are the first five of the new term.
 */
export function fileDue(movedOn: Temporal.PlainDate, calendar: SchoolCalendar): Temporal.Instant {
  const moved = movedOn.toZonedDateTime({ timeZone: calendar.zone, plainTime: '12:00' }).toInstant()
  return afterLength({ kind: 'length', count: 5, unit: 'school_day' }, moved, calendar).at
}
