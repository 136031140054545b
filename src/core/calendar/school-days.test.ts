import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfDay, type SchoolCalendar, schoolCalendar, termOf, weekOfTerm } from './school-calendar.ts'
import { addSchoolDays, nextSchoolDay } from './school-days.ts'
import { schoolYearOf } from './school-year.ts'

const year = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-02', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-05', end: '2027-03-25' },
    { name: 'Summer', start: '2027-04-12', end: '2027-07-21' },
  ],
  closed: [
    { name: 'Autumn half term', start: '2026-10-26', end: '2026-10-30' },
    { name: 'INSET day', start: '2026-11-27', end: '2026-11-27' },
  ],
})
const none = schoolCalendar()
const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const london = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()
const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((days) => day('1990-01-01').add({ days }))
const anyInstant = fc
  .integer({ min: -1_000_000_000_000, max: 7_000_000_000_000 })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))

describe('the school calendar', () => {
  test.each([
    ['2026-11-23', true, 'Autumn', false],
    ['2026-11-22', false, 'weekend', false],
    ['2026-11-27', false, 'INSET day', false],
    ['2026-10-28', false, 'Autumn half term', false],
    ['2026-12-22', false, 'school holiday', false],
    ['2027-03-26', false, 'Good Friday', false],
    ['2027-08-10', false, 'school holiday', false],
    ['2026-08-20', false, 'school holiday', false],
    ['2027-10-04', true, 'no term dates', true],
  ])('%s: in school %s, because of %s, inferred %s', (date, open, why, inferred) =>
    expect(kindOfDay(year, day(date))).toEqual({ open, why, inferred }),
  )

  test('takes a hole where a term was not entered for unknown, not for a holiday', () => {
    const gap = schoolCalendar({ terms: [...year.terms].filter((t) => t.name !== 'Spring').map(plain), closed: [] })
    expect(kindOfDay(gap, day('2027-02-03'))).toEqual({ open: true, why: 'no term dates', inferred: true })
  })

  test('counts the weeks of a term from the week it starts in', () => {
    expect(weekOfTerm(year, day('2026-09-04'))).toBe(1)
    expect(weekOfTerm(year, day('2026-11-23'))).toBe(13)
    expect(weekOfTerm(year, day('2026-12-25'))).toBeNull()
    expect(termOf(year, day('2026-10-28'))?.name).toBe('Autumn')
  })

  test('a school year turns on 1 September', () => {
    expect(schoolYearOf(day('2026-08-31')).name).toBe('2025/26')
    expect(schoolYearOf(day('2026-09-01')).name).toBe('2026/27')
    expect(schoolYearOf(day('2099-12-01')).name).toBe('2099/00')
  })

  test('every day lies in its own school year', () =>
    fc.assert(
      fc.property(anyDay, (date) => {
        const { start, end } = schoolYearOf(date)
        expect(Temporal.PlainDate.compare(start, date)).toBeLessThanOrEqual(0)
        expect(Temporal.PlainDate.compare(date, end)).toBeLessThanOrEqual(0)
      }),
    ))
})

const plain = (span: { name: string; start: Temporal.PlainDate; end: Temporal.PlainDate }) => ({
  name: span.name,
  start: span.start.toString(),
  end: span.end.toString(),
})

describe('school days', () => {
  test('do not count the day of the event, and end at 17:00', () => {
    const due = addSchoolDays(year, at('2026-11-16T09:00'), 1)
    expect(london(due.at)).toBe('2026-11-17T17:00:00')
    expect(due.inferred).toBe(false)
  })

  test('stop over an INSET day and the Christmas holiday', () => {
    expect(addSchoolDays(year, at('2026-11-26T09:00'), 1).day.toString()).toBe('2026-11-30')
    expect(addSchoolDays(year, at('2026-12-17T09:00'), 3).day.toString()).toBe('2027-01-06')
  })

  test('are Monday to Friday less bank holidays without term dates, and say so', () => {
    const due = addSchoolDays(none, at('2026-12-23T09:00'), 3)
    expect(due.day.toString()).toBe('2026-12-30')
    expect(due.inferred).toBe(true)
  })

  test('none at all means today while the school day lasts, then the next one', () => {
    expect(addSchoolDays(year, at('2026-11-23T16:59'), 0).day.toString()).toBe('2026-11-23')
    expect(addSchoolDays(year, at('2026-11-23T17:01'), 0).day.toString()).toBe('2026-11-24')
  })

  test('refuse fractions and days before the event', () => {
    expect(() => addSchoolDays(year, at('2026-11-23T09:00'), 1.5)).toThrow(RangeError)
    expect(() => addSchoolDays(year, at('2026-11-23T09:00'), -1)).toThrow(RangeError)
  })

  test('a closure without end falls back to weekdays, inferred', () => {
    const shut = schoolCalendar({ terms: [], closed: [{ name: 'Closed', start: '2020-01-01', end: '2090-01-01' }] })
    expect(nextSchoolDay(shut, day('2026-11-27'))).toEqual({ day: day('2026-11-30'), inferred: true })
  })

  test.each([
    ['with term dates', year],
    ['without', none],
  ])('%s, any number from any instant of any year is on a school day, later, and counts back', (_name, calendar) =>
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 25 }), (from, count) => {
        const due = addSchoolDays(calendar, from, count)
        const eventDay = from.toZonedDateTimeISO('Europe/London').toPlainDate()
        expect(kindOfDay(calendar, due.day).open).toBe(true)
        expect(Temporal.Instant.compare(due.at, from)).toBe(1)
        expect(schoolDaysBetween(calendar, eventDay, due.day)).toBe(count)
        expect(due.at.toZonedDateTimeISO('Europe/London').toPlainTime().toString()).toBe('17:00:00')
      }),
      { numRuns: 60 },
    ),
  )
})

/** How many school days lie after `from` up to and including `to`: counted one by one. */
function schoolDaysBetween(calendar: SchoolCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let count = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (kindOfDay(calendar, day).open) count += 1
  return count
}
