import { dayOf, endOfDay, isSchoolDay, type SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { addSchoolDays } from '#core/calendar/school-days.ts'
import { periodAfter, periodFrom, type Stretch } from './periods.ts'
import type { Anchored, Length, Period, Time, Unit } from './time.ts'

/** A moment by which something is to be done, and whether a date that it rests on was inferred. */
export interface Due {
  readonly at: Temporal.Instant
  readonly inferred: boolean
}

/** When a thing caused by an event is due, and whether a date was inferred; null while the school has not put a number to the policy's word. */
export function dueWith(time: Time, event: Temporal.Instant, calendar: SchoolCalendar): Due | null {
  switch (time.kind) {
    case 'length':
      return afterLength(time, event, calendar)
    case 'anchored':
      return anchoredDue(time, event, calendar)
    case 'day_of_year':
      return { at: nextDayOfYear(time.month, time.day, event, calendar), inferred: false }
    case 'date':
      return { at: lastSecond(Temporal.PlainDate.from(time.date), calendar), inferred: false }
    case 'elastic':
      return elasticDue(time.weCount ?? time.atMost, event, calendar)
    case 'every':
      return time.count === 1 && time.unit !== 'min' && time.unit !== 'h'
        ? endOfPeriod(time.unit, event, calendar)
        : afterLength({ kind: 'length', count: time.count, unit: wholeUnit(time.unit) }, event, calendar)
    case 'yearly':
    case 'weekly':
      return null
  }
}

const elasticDue = (counted: Time | null, event: Temporal.Instant, calendar: SchoolCalendar): Due | null =>
  counted === null ? null : dueWith(counted, event, calendar)

/** The unit in which a repetition is counted; half terms are not counted, they are gone through one by one. */
export const wholeUnit = (unit: Unit | Period): Unit => (unit === 'half_term' ? 'term' : unit)

function nextDayOfYear(
  month: number,
  day: number,
  event: Temporal.Instant,
  calendar: SchoolCalendar,
): Temporal.Instant {
  const today = dayOf(calendar, event)
  const thisYear = Temporal.PlainDate.from({ year: today.year, month, day })
  const next = Temporal.PlainDate.compare(thisYear, today) < 0 ? thisYear.add({ years: 1 }) : thisYear
  return lastSecond(next, calendar)
}

/** A length after an event. Minutes and hours are exact; of days, weeks and months the last one ends the wait. */
export function afterLength(length: Length, event: Temporal.Instant, calendar: SchoolCalendar): Due {
  const { count, unit } = length
  if (unit === 'min') return { at: event.add({ minutes: count }), inferred: false }
  if (unit === 'h') return { at: event.add({ hours: count }), inferred: false }
  if (unit === 'school_day') return addSchoolDays(calendar, event, count)
  const day = dayOf(calendar, event)
  if (unit === 'term' || unit === 'school_year') return afterPeriods(unit, count, day, calendar)
  return { at: lastSecond(shift(day, length, 1), calendar), inferred: false }
}

// As with school days, the event's own term does not count, and the last counted one ends the wait.
function afterPeriods(of: Period, count: number, day: Temporal.PlainDate, calendar: SchoolCalendar): Due {
  let term = periodFrom(calendar, of, day)
  const inTerm = Temporal.PlainDate.compare(term.start, day) <= 0
  let inferred = term.inferred
  for (let left = inTerm ? count : count - 1; left > 0; left -= 1) {
    term = periodAfter(calendar, of, term)
    inferred ||= term.inferred
  }
  return { at: closing(of, term.end, calendar), inferred }
}

function anchoredDue(time: Anchored, event: Temporal.Instant, calendar: SchoolCalendar): Due {
  const { anchor } = time
  if (anchor.kind === 'named')
    return time.offset === null
      ? { at: event, inferred: false }
      : offsetFrom(time, event, dayOf(calendar, event), calendar)
  // The event's own period first; when its moment has passed already, the next one's.
  let stretch = periodFrom(calendar, anchor.of, dayOf(calendar, event))
  for (let tries = 0; tries < 40; tries += 1) {
    const due = edgeDue(time, anchor.edge, anchor.of, stretch, calendar)
    if (Temporal.Instant.compare(due.at, event) >= 0) return { at: due.at, inferred: due.inferred || stretch.inferred }
    stretch = periodAfter(calendar, anchor.of, stretch)
  }
  return { at: event, inferred: true }
}

function edgeDue(time: Anchored, edge: 'start' | 'end', of: Period, stretch: Stretch, calendar: SchoolCalendar): Due {
  const day = edge === 'start' ? stretch.start : stretch.end
  if (time.offset === null) return { at: closing(of, day, calendar), inferred: false }
  const at = edge === 'start' ? firstSecond(day, calendar) : closing(of, day, calendar)
  return offsetFrom(time, at, day, calendar)
}

function offsetFrom(time: Anchored, at: Temporal.Instant, day: Temporal.PlainDate, calendar: SchoolCalendar): Due {
  const { offset, side } = time
  if (offset === null) return { at, inferred: false }
  if (side === 'after') return afterLength(offset, at, calendar)
  return { at: backFrom(offset, at, day, calendar), inferred: false }
}

/** A length before a moment. Minutes and hours are exact; of days, weeks and months it is the end of that day. */
export const beforeLength = (length: Length, at: Temporal.Instant, calendar: SchoolCalendar): Temporal.Instant =>
  backFrom(length, at, dayOf(calendar, at), calendar)

function backFrom(
  length: Length,
  at: Temporal.Instant,
  day: Temporal.PlainDate,
  calendar: SchoolCalendar,
): Temporal.Instant {
  if (length.unit === 'min') return at.subtract({ minutes: length.count })
  if (length.unit === 'h') return at.subtract({ hours: length.count })
  if (length.unit === 'school_day') return schoolDaysBefore(length.count, day, calendar).at
  return lastSecond(shift(day, length, -1), calendar)
}

function schoolDaysBefore(count: number, day: Temporal.PlainDate, calendar: SchoolCalendar): Due {
  let found = day
  for (let left = count, tries = 0; left > 0 && tries < 400 + count * 7; tries += 1) {
    found = found.subtract({ days: 1 })
    if (isSchoolDay(calendar, found)) left -= 1
  }
  return { at: endOfDay(calendar, found), inferred: false }
}

function endOfPeriod(period: Period, event: Temporal.Instant, calendar: SchoolCalendar): Due {
  let stretch = periodFrom(calendar, period, dayOf(calendar, event))
  if (Temporal.Instant.compare(closing(period, stretch.end, calendar), event) < 0)
    stretch = periodAfter(calendar, period, stretch)
  return { at: closing(period, stretch.end, calendar), inferred: stretch.inferred }
}

const SCHOOLS_OWN: ReadonlySet<Period> = new Set(['school_day', 'half_term', 'term'])

// A school's own periods end when its day ends; those of the calendar end at midnight.
const closing = (of: Period, day: Temporal.PlainDate, calendar: SchoolCalendar): Temporal.Instant =>
  SCHOOLS_OWN.has(of) ? endOfDay(calendar, day) : lastSecond(day, calendar)

/** The last second of a calendar day: midnight itself would be said as the day after. */
export const lastSecond = (day: Temporal.PlainDate, calendar: SchoolCalendar): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: calendar.zone, plainTime: '23:59:59' }).toInstant()

/** The first moment of a calendar day. */
export const firstSecond = (day: Temporal.PlainDate, calendar: SchoolCalendar): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: calendar.zone }).toInstant()

function shift(day: Temporal.PlainDate, length: Length, sign: 1 | -1): Temporal.PlainDate {
  const count = length.count * sign
  if (length.unit === 'week') return day.add({ weeks: count })
  if (length.unit === 'month') return day.add({ months: count })
  if (length.unit === 'term') return day.add({ weeks: 13 * count })
  if (length.unit === 'year' || length.unit === 'school_year') return day.add({ years: count })
  return day.add({ days: count })
}
