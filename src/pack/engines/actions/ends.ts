import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, lastSecond } from '../../time/due.ts'
import { lengthOf } from '../../time/read.ts'
import type { Ends } from '../../types/action.ts'
import type { Effect } from '../../types/effect.ts'

/** What is in force for a time: an action or an exception, as far as its end goes. */
export interface Lasting {
  readonly ends?: Ends | undefined
  readonly effects?: readonly Effect[]
}

/** The field that holds the last day of something, if one does. */
export function endField({ ends, effects = [] }: Lasting): string | null {
  if (ends !== undefined) return 'at' in ends ? ends.at : null
  return effects.flatMap((effect) => ('until' in effect && effect.until !== undefined ? [effect.until] : []))[0] ?? null
}

/**
 * When something that began at `from` is over by itself: after its time, or at the end of the day that its field names.
 * Null when somebody has to end it, or an event does.
 */
export function endsAt(
  lasting: Lasting,
  fields: Readonly<Record<string, unknown>>,
  from: Temporal.Instant,
  calendar: SchoolCalendar,
): Temporal.Instant | null {
  const { ends } = lasting
  if (ends !== undefined && 'after' in ends) return afterLength(lengthOf(ends.after), from, calendar).at
  const field = endField(lasting)
  return field === null ? null : endOfField(fields[field], calendar)
}

/** The end of the day, or the moment, that a field of type date or datetime holds. */
export function endOfField(value: unknown, calendar: SchoolCalendar): Temporal.Instant | null {
  if (typeof value !== 'string') return null
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return lastSecond(Temporal.PlainDate.from(value), calendar)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)
    ? Temporal.PlainDateTime.from(value.slice(0, 16)).toZonedDateTime(calendar.zone).toInstant()
    : null
}
