import { sayInstant } from '#core/calendar/say-date.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { isWithin, nextWithin, sayWindows, type Window } from '#pack/time/windows.ts'

/** When an answer is a yes, and whether now is one of those times. */
export interface Times {
  /** `School days from 12:15 to 13:10.` */
  readonly says: string
  /** Whether one may now, and else when next. Null while the school has not said the times. */
  readonly now: string | null
}

/** The times of an answer in words; null where it names none. */
export function sayTimes(
  windows: readonly Window[] | null,
  {
    calendar,
    now,
    easy,
  }: { readonly calendar: SchoolCalendar; readonly now: Temporal.Instant; readonly easy: boolean },
): Times | null {
  if (windows === null)
    return {
      says: easy ? 'The school has not said when yet.' : 'The school has not said at which times yet.',
      now: null,
    }
  if (windows.length === 0) return null
  const said = sayWindows(windows)
  const next = nextWithin(windows, now, calendar)
  const later = next === null ? '' : ` The next time is ${sayInstant(next, now, calendar.zone)}.`
  return {
    says: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    now: isWithin(windows, now, calendar)
      ? easy
        ? 'You may now.'
        : 'Now is one of these times.'
      : `${easy ? 'Not now.' : 'Now is not one of these times.'}${later}`,
  }
}
