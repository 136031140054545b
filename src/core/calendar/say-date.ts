import { SCHOOL_ZONE } from '../clock.ts'

/** Dates as a person says them. Never 23/11, and never a time without its day. */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `27 November`, with the year when it is not this one. */
export function sayDate(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const short = `${day.day} ${MONTHS[day.month - 1]}`
  return day.year === today.year ? short : `${short} ${day.year}`
}

/** `27 November 2026`, for papers and records that outlive the year. */
export const sayFullDate = (day: Temporal.PlainDate): string => `${day.day} ${MONTHS[day.month - 1]} ${day.year}`

/** `today`, `tomorrow`, `yesterday`, or `Friday 27 November`, with the year when it is not this one. */
export function sayDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const away = daysBetween(today, day)
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  if (away === -1) return 'yesterday'
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${sayDate(day, today)}`
}

/** The same for the columns of a table: `today`, `Fri 27 Nov`, with the year when it is not this one. */
export function sayShortDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (Math.abs(daysBetween(today, day)) <= 1) return sayDay(day, today)
  const short = `${WEEKDAYS[day.dayOfWeek - 1]?.slice(0, 3)} ${day.day} ${MONTHS[day.month - 1]?.slice(0, 3)}`
  return day.year === today.year ? short : `${short} ${day.year}`
}

/** `14:31`, `9:15`. */
export const sayTimeOfDay = (time: Temporal.PlainTime | Temporal.ZonedDateTime): string =>
  `${time.hour}:${String(time.minute).padStart(2, '0')}`

/** `today at 14:31`, `Friday 27 November at 9:15`. */
export function sayInstant(at: Temporal.Instant, now: Temporal.Instant, zone: string = SCHOOL_ZONE): string {
  const then = at.toZonedDateTimeISO(zone)
  return `${sayDay(then.toPlainDate(), dayIn(now, zone))} at ${sayTimeOfDay(then)}`
}

/** `27 November 2026 at 14:31`, for certificates, prints and the log. */
export function sayFullInstant(at: Temporal.Instant, zone: string = SCHOOL_ZONE): string {
  const then = at.toZonedDateTimeISO(zone)
  return `${sayFullDate(then.toPlainDate())} at ${sayTimeOfDay(then)}`
}

/** When something is due: `by 16:00` today, `by tomorrow 15:30`, `by Friday 27 November`, or how late it is. */
export function sayDue(due: Temporal.Instant, now: Temporal.Instant, zone: string = SCHOOL_ZONE): string {
  if (Temporal.Instant.compare(due, now) < 0) return sayLate(due, now, zone)
  const then = due.toZonedDateTimeISO(zone)
  const away = daysBetween(dayIn(now, zone), then.toPlainDate())
  // The last minute of a day means the day, not the minute.
  const wholeDay = then.hour === 23 && then.minute === 59
  if (away === 0) return wholeDay ? 'by the end of today' : `by ${sayTimeOfDay(then)}`
  if (away === 1) return wholeDay ? 'by tomorrow' : `by tomorrow ${sayTimeOfDay(then)}`
  return `by ${sayDay(then.toPlainDate(), dayIn(now, zone))}`
}

/** `3 days late`, `2 hours late`, `5 minutes late`: the largest unit that fits, by the calendar when a day or more. */
export const sayLate = (due: Temporal.Instant, now: Temporal.Instant, zone: string = SCHOOL_ZONE): string =>
  `${sayLength(due, now, zone)} late`

/** How long from one moment to a later one, in one unit: `less than a minute`, `24 minutes`, `3 hours`, `6 days`. */
export function sayLength(from: Temporal.Instant, to: Temporal.Instant, zone: string = SCHOOL_ZONE): string {
  const minutes = wholeMinutes(from, to)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return countOf(minutes, 'minute')
  if (minutes < 24 * 60) return countOf(Math.floor(minutes / 60), 'hour')
  const days = Math.max(1, daysBetween(dayIn(from, zone), dayIn(to, zone)))
  return countOf(days, 'day')
}

/** `1 day`, `3 days`. */
export const countOf = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const dayIn = (at: Temporal.Instant, zone: string): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days

const wholeMinutes = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000)
