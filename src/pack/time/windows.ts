import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { isSchoolDay } from '#core/calendar/school-calendar.ts'
import { type TimeFault, WEEKDAYS } from './time.ts'

/** Certain times of the week: some days of it, whole or between two times of day. Minutes count from midnight. */
export interface Window {
  readonly days: 'school days' | 'days without school' | 'every day' | readonly number[]
  readonly from: number
  readonly to: number
}

const DAY_ENDS = 24 * 60
const DAY = WEEKDAYS.join('|')
const FORM = new RegExp(
  `^(school days|days without school|every day|(?:${DAY})(?: to (?:${DAY})|(?:, (?:${DAY}))* and (?:${DAY}))?)(?: (?:(before|after) (\\d\\d?:\\d\\d)|(\\d\\d?:\\d\\d) to (\\d\\d?:\\d\\d)))?$`,
)

/** What to write where no times of the week stand. */
export const WINDOW_HINT =
  'Write times like school days 12:15 to 13:10, Monday to Thursday after 15:30, Friday, or days without school.'

/** Reads one line of certain times, such as `school days 12:15 to 13:10`. */
export function parseWindow(text: string): Window | TimeFault {
  const match = FORM.exec(text.trim().replace(/\s+/g, ' '))
  if (match === null) return { fault: `“${text}” is no time of the week. ${WINDOW_HINT}` }
  const [, days = '', edge, at, start, end] = match
  const from = minuteOf(edge === 'after' ? at : start) ?? 0
  const to = minuteOf(edge === 'before' ? at : end) ?? DAY_ENDS
  if (Number.isNaN(from) || Number.isNaN(to) || from >= to)
    return { fault: `“${text}” does not go from one time of a day to a later one.` }
  return { days: daysOf(days), from, to }
}

function daysOf(words: string): Window['days'] {
  if (words === 'school days' || words === 'days without school' || words === 'every day') return words
  const named = words.split(/ to |, | and /).map((name) => WEEKDAYS.indexOf(name) + 1)
  const [first = 1, last = first] = named
  if (!words.includes(' to ')) return named
  // `Friday to Monday` goes over the weekend.
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => ((first - 1 + index) % 7) + 1)
}

function minuteOf(clock: string | undefined): number | null {
  if (clock === undefined) return null
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours > 24 || minutes > 59 || hours * 60 + minutes > DAY_ENDS ? Number.NaN : hours * 60 + minutes
}

/** Whether a moment is one of certain times, by the school's own clock and days. */
export const isWithin = (windows: readonly Window[], at: Temporal.Instant, calendar: SchoolCalendar): boolean => {
  const now = at.toZonedDateTimeISO(calendar.zone)
  const minute = now.hour * 60 + now.minute
  return onDay(windows, now.toPlainDate(), calendar).some((one) => one.from <= minute && minute < one.to)
}

// Longer than any holiday, so that the next school day is found in the summer.
const LOOK_AHEAD_DAYS = 70

/** When the next of certain times begins after a moment; null when none does in the weeks ahead. */
export function nextWithin(
  windows: readonly Window[],
  at: Temporal.Instant,
  calendar: SchoolCalendar,
): Temporal.Instant | null {
  const today = at.toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (let away = 0; away <= LOOK_AHEAD_DAYS; away += 1) {
    const day = today.add({ days: away })
    const [first] = onDay(windows, day, calendar)
      .map((one) => startOf(day, one.from, calendar))
      .filter((start) => Temporal.Instant.compare(start, at) > 0)
      .toSorted(Temporal.Instant.compare)
    if (first !== undefined) return first
  }
  return null
}

const startOf = (day: Temporal.PlainDate, minute: number, calendar: SchoolCalendar): Temporal.Instant =>
  day
    .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toZonedDateTime(calendar.zone)
    .toInstant()

const onDay = (windows: readonly Window[], day: Temporal.PlainDate, calendar: SchoolCalendar): Window[] =>
  windows.filter((one) => holdsOn(one, day.dayOfWeek, isSchoolDay(calendar, day)))

const holdsOn = ({ days }: Window, weekday: number, open: boolean): boolean =>
  days === 'every day' ||
  (days === 'school days' ? open : days === 'days without school' ? !open : days.includes(weekday))

/** Whether every moment of some times is also one of others: what a school may do that only narrows what its group says. */
export const areWithin = (inner: readonly Window[], outer: readonly Window[]): boolean =>
  KINDS_OF_DAY.every(({ weekday, open }) => {
    const allowed = outer.filter((one) => holdsOn(one, weekday, open)).toSorted((a, b) => a.from - b.from)
    return inner.filter((one) => holdsOn(one, weekday, open)).every((one) => isCovered(one, allowed))
  })

// A Saturday or Sunday is never a school day.
const KINDS_OF_DAY = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  [true, false].filter((open) => !open || weekday <= 5).map((open) => ({ weekday, open })),
)

function isCovered({ from, to }: Window, allowed: readonly Window[]): boolean {
  let reached = from
  for (const one of allowed) if (one.from <= reached) reached = Math.max(reached, one.to)
  return reached >= to
}

/** Certain times in plain English: `school days from 12:15 to 13:10; Fridays`. */
export const sayWindows = (windows: readonly Window[]): string => windows.map(sayWindow).join('; ')

function sayWindow({ days, from, to }: Window): string {
  const hours =
    from === 0 && to === DAY_ENDS
      ? ''
      : to === DAY_ENDS
        ? ` after ${clock(from)}`
        : from === 0
          ? ` before ${clock(to)}`
          : ` from ${clock(from)} to ${clock(to)}`
  return `${typeof days === 'string' ? days : sayDays(days)}${hours}`
}

function sayDays(days: readonly number[]): string {
  const name = (day: number | undefined) => WEEKDAYS[(day ?? 1) - 1] ?? ''
  const [first] = days
  if (days.length > 2 && days.every((day, index) => day === (((first ?? 1) - 1 + index) % 7) + 1))
    return `${name(first)} to ${name(days.at(-1))}`
  const plural = days.map((day) => `${name(day)}s`)
  return plural.length === 1 ? (plural[0] ?? '') : `${plural.slice(0, -1).join(', ')} and ${plural.at(-1)}`
}

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
