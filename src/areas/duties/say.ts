import { sayDate, sayDay, sayDue, sayFullDate } from '#core/calendar/say-date.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf, monday, weekOfTerm } from '#core/calendar/school-calendar.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `Good morning, Priya`, by the school's own clock. */
export function greet(name: string, now: Temporal.Instant, zone: string): string {
  const { hour } = now.toZonedDateTimeISO(zone)
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return `Good ${part}, ${name}`
}

/** `Monday 23 November 2026, week 12 of term`. */
export function sayToday(calendar: SchoolCalendar, now: Temporal.Instant): string {
  const day = dayOf(calendar, now)
  const week = weekOfTerm(calendar, day)
  const date = `${WEEKDAYS[day.dayOfWeek - 1]} ${sayFullDate(day)}`
  return week === null ? date : `${date}, week ${week} of term`
}

/** Under which heading something stands. */
export type When = 'late' | 'today' | 'week' | 'later'

/** Whether something is late, for today, for the rest of this week, or later. Without a date it waits today. */
export function whenOf(due: Temporal.Instant | null, now: Temporal.Instant, zone: string): When {
  if (due === null) return 'today'
  if (Temporal.Instant.compare(due, now) < 0) return 'late'
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const day = due.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(day, today) <= 0) return 'today'
  return Temporal.PlainDate.compare(day, monday(today).add({ days: 6 })) <= 0 ? 'week' : 'later'
}

/** `3 days late`, `by 16:00`, `Wed 25 Nov`; without a date, that it can be done now. */
export function sayWhen(due: Temporal.Instant | null, now: Temporal.Instant, zone: string): string {
  if (due === null) return 'as soon as you can'
  const when = whenOf(due, now, zone)
  if (when === 'late' || when === 'today') return sayDue(due, now, zone)
  const day = due.toZonedDateTimeISO(zone).toPlainDate()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  // Short, because it stands at the end of a line; a year only when it is another one.
  const [number, month = '', ...year] = sayDate(day, today).split(' ')
  return [WEEKDAYS[day.dayOfWeek - 1]?.slice(0, 3), number, month.slice(0, 3), ...year].join(' ')
}

/** `today`, `Friday 20 November`. */
export const sayDayOf = (at: Temporal.Instant, now: Temporal.Instant, zone: string): string =>
  sayDay(at.toZonedDateTimeISO(zone).toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate())

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** Small numbers as words. */
const sayNumber = (count: number): string => SMALL[count] ?? String(count)

/** `Two concerns are waiting. One duty is late, three are for today.` */
export function sayWaiting(concerns: number, late: number, today: number): string {
  const sentences: string[] = []
  if (concerns > 0) sentences.push(`${sayNumber(concerns)} ${concerns === 1 ? 'concern is' : 'concerns are'} waiting.`)
  const duties = (count: number) => (count === 1 ? 'duty is' : 'duties are')
  if (late > 0 && today > 0)
    sentences.push(
      `${sayNumber(late)} ${duties(late)} late, ${sayNumber(today)} ${today === 1 ? 'is' : 'are'} for today.`,
    )
  else if (late > 0) sentences.push(`${sayNumber(late)} ${duties(late)} late.`)
  else if (today > 0) sentences.push(`${sayNumber(today)} ${duties(today)} for today.`)
  if (sentences.length === 0) return 'Nothing waits for you today.'
  return sentences.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(' ')
}
