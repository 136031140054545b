import { easterSunday } from '#core/calendar/bank-holidays.ts'
import { monday, type SchoolCalendar, type Span } from '#core/calendar/school-calendar.ts'
import { nextSchoolDay } from '#core/calendar/school-days.ts'
import { schoolYearOf } from '#core/calendar/school-year.ts'
import type { Period } from './time.ts'

/** One term, week, year …: its first and last day, and whether its dates were inferred. */
export interface Stretch {
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  readonly inferred: boolean
}

/** The period that a day lies in; between two terms, the next one. */
export function periodFrom(calendar: SchoolCalendar, period: Period, day: Temporal.PlainDate): Stretch {
  switch (period) {
    case 'day':
      return known(day, day)
    case 'school_day': {
      const next = nextSchoolDay(calendar, day.subtract({ days: 1 }))
      return { start: next.day, end: next.day, inferred: next.inferred }
    }
    case 'week':
      return known(monday(day), monday(day).add({ days: 6 }))
    case 'month':
      return known(day.with({ day: 1 }), day.with({ day: day.daysInMonth }))
    case 'year':
      return known(day.with({ month: 1, day: 1 }), day.with({ month: 12, day: 31 }))
    case 'school_year': {
      const year = schoolYearOf(day)
      return known(year.start, year.end)
    }
    case 'term':
      return termFrom(calendar, day)
    case 'half_term':
      return halfTermFrom(calendar, day)
  }
}

/** The period after one. */
export const periodAfter = (calendar: SchoolCalendar, period: Period, stretch: Stretch): Stretch =>
  periodFrom(calendar, period, stretch.end.add({ days: 1 }))

const known = (start: Temporal.PlainDate, end: Temporal.PlainDate): Stretch => ({ start, end, inferred: false })

function termFrom(calendar: SchoolCalendar, day: Temporal.PlainDate): Stretch {
  const year = schoolYearOf(day).start.year
  const found = [...termsOf(calendar, year), ...termsOf(calendar, year + 1)].find(
    (term) => Temporal.PlainDate.compare(term.end, day) >= 0,
  )
  return found ?? known(day, day)
}

/** The terms of a school year as entered; where none was entered, those that most schools have, marked inferred. */
function termsOf(calendar: SchoolCalendar, september: number): Stretch[] {
  const entered = calendar.terms
    .filter((term) => schoolYearOf(term.start).start.year === september)
    .map((term) => known(term.start, term.end))
  const usual = usualTerms(september).filter((one) => !entered.some((term) => overlap(one, term)))
  return [...entered, ...usual].sort((a, b) => Temporal.PlainDate.compare(a.start, b.start))
}

function usualTerms(september: number): Stretch[] {
  const easter = easterSunday(september + 1)
  return [
    { start: date(september, 9, 3), end: date(september, 12, 18), inferred: true },
    { start: date(september + 1, 1, 5), end: easter.subtract({ days: 9 }), inferred: true },
    { start: easter.add({ days: 9 }), end: date(september + 1, 7, 21), inferred: true },
  ]
}

function halfTermFrom(calendar: SchoolCalendar, day: Temporal.PlainDate): Stretch {
  const term = termFrom(calendar, day)
  const split = halfTermBreak(calendar, term)
  const first = { ...term, end: split.start.subtract({ days: 1 }) }
  return Temporal.PlainDate.compare(day, first.end) <= 0 ? first : { ...term, start: split.end.add({ days: 1 }) }
}

// The week off nearest to the middle of the term; a term without one is cut at its middle Monday.
function halfTermBreak(
  calendar: SchoolCalendar,
  term: Stretch,
): { start: Temporal.PlainDate; end: Temporal.PlainDate } {
  const middle = term.start.add({ days: Math.floor(span(term.start, term.end) / 2) })
  const inside = calendar.closed.filter((one) => span(one.start, one.end) >= 2 && within(one, term))
  const off = inside.sort((a, b) => Math.abs(span(a.start, middle)) - Math.abs(span(b.start, middle)))[0]
  if (off !== undefined) return off
  const cut = Temporal.PlainDate.compare(monday(middle), term.start) > 0 ? monday(middle) : middle.add({ days: 1 })
  return { start: cut, end: cut.subtract({ days: 1 }) }
}

const within = (one: Span, term: Stretch): boolean =>
  Temporal.PlainDate.compare(one.start, term.start) > 0 && Temporal.PlainDate.compare(one.end, term.end) < 0

const overlap = (a: Stretch, b: Stretch): boolean =>
  Temporal.PlainDate.compare(a.start, b.end) <= 0 && Temporal.PlainDate.compare(b.start, a.end) <= 0

const span = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to, { largestUnit: 'days' }).days

const date = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day })
