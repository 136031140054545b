import { SCHOOL_ZONE } from '../clock.ts'
import { bankHolidayOn } from './bank-holidays.ts'

/** A stretch of days, both ends included, as ISO dates (`2026-09-01`). */
export interface DayRange {
  readonly name: string
  readonly start: string
  readonly end: string
}

/** What a school enters about its year. Plain JSON: it is stored and sent as it is. */
export interface TermDates {
  /** Autumn, spring and summer, or halves of them: whatever the school calls its terms. */
  readonly terms: readonly DayRange[]
  /** Half terms, INSET days and any other day on which pupils are not in school. */
  readonly closed: readonly DayRange[]
  /** When a school day ends, `17:00` unless the school says otherwise. */
  readonly dayEnds?: string
  readonly zone?: string
}

/** A school's days, ready to be asked. Made by `schoolCalendar`. */
export interface SchoolCalendar {
  readonly zone: string
  readonly dayEnds: Temporal.PlainTime
  /** In order of their start. */
  readonly terms: readonly Span[]
  readonly closed: readonly Span[]
}

/** A day range that has been read. */
export interface Span {
  readonly name: string
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
}

/** Whether pupils are in school on a day, why not, and whether we know it or infer it from the weekday. */
export interface DayKind {
  readonly open: boolean
  readonly why: string
  readonly inferred: boolean
}

// Longer than any summer holiday: a longer hole means that a term was not entered, and then nothing is known.
const LONGEST_HOLIDAY_DAYS = 63

/** Reads term dates. With none, every Monday to Friday that is no bank holiday counts, marked inferred. */
export function schoolCalendar(dates: TermDates = { terms: [], closed: [] }): SchoolCalendar {
  return {
    zone: dates.zone ?? SCHOOL_ZONE,
    dayEnds: Temporal.PlainTime.from(dates.dayEnds ?? '17:00'),
    terms: dates.terms.map(span).sort((a, b) => Temporal.PlainDate.compare(a.start, b.start)),
    closed: dates.closed.map(span),
  }
}

/** The day on the school's own clock. */
export const dayOf = (calendar: SchoolCalendar, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(calendar.zone).toPlainDate()

/** The instant at which a school day ends. */
export const endOfDay = (calendar: SchoolCalendar, day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: calendar.zone, plainTime: calendar.dayEnds }).toInstant()

// A calendar never changes, and counting school days for a whole school asks for the same days thousands of times.
const kinds = new WeakMap<SchoolCalendar, Map<number, DayKind>>()

/** Whether pupils are in school, and why we say so. */
export function kindOfDay(calendar: SchoolCalendar, day: Temporal.PlainDate): DayKind {
  const known = kinds.get(calendar) ?? new Map<number, DayKind>()
  kinds.set(calendar, known)
  const number = day.year * 10_000 + day.month * 100 + day.day
  const before = known.get(number)
  if (before !== undefined) return before
  const kind = findKind(calendar, day)
  known.set(number, kind)
  return kind
}

function findKind(calendar: SchoolCalendar, day: Temporal.PlainDate): DayKind {
  if (day.dayOfWeek > 5) return { open: false, why: 'weekend', inferred: false }
  const holiday = bankHolidayOn(day)
  if (holiday !== null) return { open: false, why: holiday, inferred: false }
  const closure = calendar.closed.find((one) => covers(one, day))
  if (closure !== undefined) return { open: false, why: closure.name, inferred: false }
  const term = termOf(calendar, day)
  if (term !== null) return { open: true, why: term.name, inferred: false }
  if (betweenTerms(calendar, day)) return { open: false, why: 'school holiday', inferred: false }
  return { open: true, why: 'no term dates', inferred: true }
}

/** Whether pupils are in school on a day. */
export const isSchoolDay = (calendar: SchoolCalendar, day: Temporal.PlainDate): boolean => kindOfDay(calendar, day).open

/** The term that a day falls in (half terms and INSET days included), or null. */
export const termOf = (calendar: SchoolCalendar, day: Temporal.PlainDate): Span | null =>
  calendar.terms.find((term) => covers(term, day)) ?? null

/** The week of the term, 1 for the week (from Monday) in which it starts; null outside terms. */
export function weekOfTerm(calendar: SchoolCalendar, day: Temporal.PlainDate): number | null {
  const term = termOf(calendar, day)
  if (term === null) return null
  return monday(term.start).until(monday(day), { largestUnit: 'days' }).days / 7 + 1
}

/** The Monday of a day's week. */
export const monday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

function betweenTerms(calendar: SchoolCalendar, day: Temporal.PlainDate): boolean {
  const before = calendar.terms.findLast((term) => Temporal.PlainDate.compare(term.end, day) < 0)
  const after = calendar.terms.find((term) => Temporal.PlainDate.compare(term.start, day) > 0)
  if (before !== undefined && after !== undefined) return days(before.end, after.start) <= LONGEST_HOLIDAY_DAYS
  // At the edges of what was entered, the summer is still known: it lasts until the school year turns.
  if (before !== undefined) return before.end.month >= 6 && before.end.month <= 8 && day.month <= 8 && same(before, day)
  return after !== undefined && day.month >= 8 && after.start.month <= 9 && after.start.year === day.year
}

const same = (span: Span, day: Temporal.PlainDate): boolean => span.end.year === day.year

const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to, { largestUnit: 'days' }).days

const covers = (one: Span, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one.start, day) <= 0 && Temporal.PlainDate.compare(day, one.end) <= 0

const span = (range: DayRange): Span => ({
  name: range.name,
  start: Temporal.PlainDate.from(range.start),
  end: Temporal.PlainDate.from(range.end),
})
