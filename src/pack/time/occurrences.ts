import { bankHolidayOn } from '#core/calendar/bank-holidays.ts'
import { dayOf, endOfDay, isSchoolDay, type SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, firstSecond, wholeUnit } from './due.ts'
import { periodAfter, periodFrom, type Stretch } from './periods.ts'
import type { Period, Time, Unit } from './time.ts'

/** One time that a repeated thing comes round. */
export interface Occurrence {
  /** The same for the same occurrence, however often it is computed: `term:2026-09-02`. */
  readonly key: string
  readonly starts: Temporal.Instant
  readonly due: Temporal.Instant
  readonly inferred: boolean
}

/** How far to look: a number of occurrences, or all that start before an instant (at most 1,000). */
export interface HowFar {
  readonly count?: number
  readonly until?: Temporal.Instant
}

const MOST = 1000

/**
 * The occurrences that start after an instant, in order. `each term` follows the terms, and a thing is due when the
 * last school day of its period ends; `each 5 school days` is counted on from `after`, the last time it was done.
 */
export function nextOccurrences(
  every: Time,
  after: Temporal.Instant,
  calendar: SchoolCalendar,
  { count = MOST, until }: HowFar = { count: 1 },
): Occurrence[] {
  const found: Occurrence[] = []
  for (const one of endless(every, after, calendar)) {
    if (found.length >= Math.min(count, MOST)) break
    if (until !== undefined && Temporal.Instant.compare(one.starts, until) >= 0) break
    if (Temporal.Instant.compare(one.starts, after) > 0) found.push(one)
  }
  return found
}

/** The occurrence whose period an instant lies in; null for what is counted from the last time. */
export function occurrenceAt(every: Time, at: Temporal.Instant, calendar: SchoolCalendar): Occurrence | null {
  const counted = every.kind === 'elastic' ? every.weCount : every
  if (counted === null || counted.kind !== 'every' || isCounted(counted.count, counted.unit)) return null
  const stretch = periodFrom(calendar, periodOf(counted.unit), dayOf(calendar, at))
  const one = fromStretch(periodOf(counted.unit), stretch, calendar)
  return Temporal.Instant.compare(one.starts, at) <= 0 ? one : null
}

function* endless(every: Time, after: Temporal.Instant, calendar: SchoolCalendar): Generator<Occurrence> {
  if (every.kind === 'elastic') {
    if (every.weCount !== null) yield* endless(every.weCount, after, calendar)
  } else if (every.kind === 'every') {
    if (isCounted(every.count, every.unit)) yield* counted(every.count, wholeUnit(every.unit), after, calendar)
    else yield* periods(periodOf(every.unit), after, calendar)
  } else if (every.kind === 'length') yield* counted(every.count, every.unit, after, calendar)
  else if (every.kind === 'weekly') yield* weekdays(every.weekday, after, calendar)
  else if (every.kind === 'yearly') yield* yearly(every.month, every.day, after, calendar)
  else if (every.kind === 'day_of_year') yield* yearly(every.month, every.day, after, calendar)
}

const isCounted = (count: number, unit: Unit | Period): boolean => count > 1 || unit === 'min' || unit === 'h'

const periodOf = (unit: Unit | Period): Period => (unit === 'min' || unit === 'h' ? 'day' : unit)

function* counted(count: number, unit: Unit, after: Temporal.Instant, calendar: SchoolCalendar): Generator<Occurrence> {
  let starts = after
  for (;;) {
    const due = afterLength({ kind: 'length', count, unit }, starts, calendar)
    yield { key: `${count}_${unit}:${due.at}`, starts: due.at, due: due.at, inferred: due.inferred }
    starts = due.at
  }
}

function* periods(period: Period, after: Temporal.Instant, calendar: SchoolCalendar): Generator<Occurrence> {
  let stretch = periodFrom(calendar, period, dayOf(calendar, after))
  for (;;) {
    yield fromStretch(period, stretch, calendar)
    stretch = periodAfter(calendar, period, stretch)
  }
}

function* weekdays(weekday: number, after: Temporal.Instant, calendar: SchoolCalendar): Generator<Occurrence> {
  const today = dayOf(calendar, after)
  let day = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })
  for (;;) {
    yield fromStretch('day', { start: day, end: day, inferred: false }, calendar)
    day = day.add({ weeks: 1 })
  }
}

function* yearly(
  month: number,
  day: number | undefined,
  after: Temporal.Instant,
  calendar: SchoolCalendar,
): Generator<Occurrence> {
  for (let year = dayOf(calendar, after).year; ; year += 1) {
    const start = Temporal.PlainDate.from({ year, month, day: day ?? 1 })
    const end = day === undefined ? start.with({ day: start.daysInMonth }) : start
    yield fromStretch(day === undefined ? 'month' : 'day', { start, end, inferred: false }, calendar)
  }
}

function fromStretch(period: Period, stretch: Stretch, calendar: SchoolCalendar): Occurrence {
  return {
    key: `${period}:${stretch.start}`,
    starts: firstSecond(stretch.start, calendar),
    due: endOfDay(calendar, lastWorkingDay(stretch, calendar)),
    inferred: stretch.inferred,
  }
}

// A period without a school day (August) still ends on a working day.
function lastWorkingDay(stretch: Stretch, calendar: SchoolCalendar): Temporal.PlainDate {
  const back = (fits: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate | null => {
    for (let day = stretch.end; Temporal.PlainDate.compare(day, stretch.start) >= 0; day = day.subtract({ days: 1 }))
      if (fits(day)) return day
    return null
  }
  return (
    back((day) => isSchoolDay(calendar, day)) ??
    back((day) => day.dayOfWeek <= 5 && bankHolidayOn(day) === null) ??
    stretch.end
  )
}
