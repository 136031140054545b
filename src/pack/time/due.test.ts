import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SchoolCalendar, schoolCalendar } from '#core/calendar/school-calendar.ts'
import { anyEvery, anyInstant, anyLimit } from './arbitrary.fixture.ts'
import { dueWith } from './due.ts'
import { nextOccurrences, occurrenceAt } from './occurrences.ts'
import { parseTime } from './parse.ts'
import { isTimeFault, type Time } from './time.ts'

const calendar = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-02', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-05', end: '2027-03-25' },
    { name: 'Summer', start: '2027-04-12', end: '2027-07-21' },
  ],
  closed: [{ name: 'Autumn half term', start: '2026-10-26', end: '2026-10-30' }],
})
const none = schoolCalendar()
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const london = (instant: Temporal.Instant | null | undefined) =>
  instant?.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString().slice(0, 16) ?? null
const read = (text: string): Time => {
  const time = parseTime(text)
  if (isTimeFault(time)) throw new Error(time.fault)
  return time
}
const dueAt = (time: Time, event: Temporal.Instant, within: SchoolCalendar) => dueWith(time, event, within)?.at ?? null
const due = (text: string, event: string) => london(dueAt(read(text), at(event), calendar))

describe('when a thing is due', () => {
  test.each([
    ['24 h', '2026-11-27T16:00', '2026-11-28T16:00'],
    ['24 h', '2026-10-24T16:00', '2026-10-25T15:00'],
    ['72 h', '2027-03-26T10:00', '2027-03-29T11:00'],
    ['1 day', '2026-10-24T16:00', '2026-10-25T23:59'],
    ['10 school days', '2026-10-19T09:00', '2026-11-09T17:00'],
    ['1 school day', '2026-12-18T09:00', '2027-01-05T17:00'],
    ['12 months', '2027-02-28T09:00', '2028-02-28T23:59'],
    ['1 month', '2027-01-31T09:00', '2027-02-28T23:59'],
    ['1 term', '2026-11-02T09:00', '2027-03-25T17:00'],
    ['1 term', '2026-12-24T09:00', '2027-03-25T17:00'],
    ['1 school year', '2026-11-02T09:00', '2028-08-31T23:59'],
    ['4 weeks after start of term', '2026-09-02T09:00', '2026-09-30T23:59'],
    ['4 weeks after start of term', '2026-11-02T09:00', '2027-02-02T23:59'],
    ['4 weeks after start of school year', '2026-09-01T00:00', '2026-09-29T23:59'],
    ['5 school days before end of term', '2026-11-02T09:00', '2026-12-11T17:00'],
    ['end of term', '2026-11-02T09:00', '2026-12-18T17:00'],
    ['end of school day', '2026-11-02T09:00', '2026-11-02T17:00'],
    ['end of school day', '2026-11-02T18:00', '2026-11-03T17:00'],
    ['end of half term', '2026-09-10T09:00', '2026-10-25T17:00'],
    ['1 September', '2026-11-02T09:00', '2027-09-01T23:59'],
    ['6 years after end', '2026-11-02T09:00', '2032-11-02T23:59'],
    ['until 2027-07-31', '2026-11-02T09:00', '2027-07-31T23:59'],
  ])('%s from %s is %s', (text, event, when) => expect(due(text, event)).toBe(when))

  test('is not known while the school has not put a number to the policy’s word', () => {
    const open = { kind: 'elastic', policySays: 'promptly', weCount: null, setBy: null, atMost: null } as const
    expect(dueAt(open, at('2026-11-02T09:00'), calendar)).toBeNull()
    expect(london(dueAt({ ...open, weCount: read('1 h') }, at('2026-11-02T09:00'), calendar))).toBe('2026-11-02T10:00')
  })

  test('says when it rests on dates that nobody entered', () => {
    expect(dueWith(read('end of term'), at('2031-11-02T09:00'), calendar)?.inferred).toBe(true)
    expect(dueWith(read('end of term'), at('2026-11-02T09:00'), calendar)?.inferred).toBe(false)
    expect(dueWith(read('3 school days'), at('2026-11-02T09:00'), none)?.inferred).toBe(true)
  })

  test.each([
    ['with term dates', calendar],
    ['without', none],
  ])('%s, from any instant of any year, is never before its event', (_name, school) =>
    fc.assert(
      fc.property(anyLimit, anyInstant, (time, event) => {
        const when = dueAt(time, event, school)
        expect(when).not.toBeNull()
        expect(Temporal.Instant.compare(when ?? event, event)).toBeGreaterThanOrEqual(0)
      }),
    ),
  )

  test('hours are exact from any instant', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), anyInstant, (count, event) => {
        const when = dueAt({ kind: 'length', count, unit: 'h' }, event, calendar)
        expect(when?.since(event).total('hours')).toBe(count)
      }),
    ))
})

describe('what comes round', () => {
  const next = (text: string, after: string, count = 3) =>
    nextOccurrences(read(text), at(after), calendar, { count }).map((one) => [london(one.starts), london(one.due)])

  test('each term follows the terms, and is due on their last school day', () =>
    expect(next('each term', '2026-09-01T09:00')).toEqual([
      ['2026-09-02T00:00', '2026-12-18T17:00'],
      ['2027-01-05T00:00', '2027-03-25T17:00'],
      ['2027-04-12T00:00', '2027-07-21T17:00'],
    ]))

  test('each half term is cut at the week off', () =>
    expect(next('half term', '2026-09-01T09:00', 2)).toEqual([
      ['2026-09-02T00:00', '2026-10-23T17:00'],
      ['2026-10-31T00:00', '2026-12-18T17:00'],
    ]))

  test('weekly goes on in the holidays, to the last working day of the week', () => {
    expect(next('weekly', '2026-12-16T09:00', 2)).toEqual([
      ['2026-12-21T00:00', '2026-12-24T17:00'],
      ['2026-12-28T00:00', '2026-12-31T17:00'],
    ])
    expect(next('weekly on Friday', '2026-11-02T09:00', 1)).toEqual([['2026-11-06T00:00', '2026-11-06T17:00']])
  })

  test('yearly in September, and every 5 school days from the last time', () => {
    expect(next('yearly in September', '2026-11-02T09:00', 1)).toEqual([['2027-09-01T00:00', '2027-09-30T17:00']])
    expect(next('each 5 school days', '2026-11-02T09:00', 2)).toEqual([
      ['2026-11-09T17:00', '2026-11-09T17:00'],
      ['2026-11-16T17:00', '2026-11-16T17:00'],
    ])
  })

  test('the one that is running is found, but not between two terms', () => {
    expect(occurrenceAt(read('each term'), at('2026-11-02T09:00'), calendar)?.key).toBe('term:2026-09-02')
    expect(occurrenceAt(read('each term'), at('2026-12-25T09:00'), calendar)).toBeNull()
    expect(occurrenceAt(read('12 months'), at('2026-11-02T09:00'), calendar)).toBeNull()
  })

  test('from any instant, comes later each time, under a key of its own', () =>
    fc.assert(
      fc.property(anyEvery, anyInstant, fc.constantFrom(calendar, none), (every, after, school) => {
        const found = nextOccurrences(every, after, school, { count: 6 })
        expect(found).toHaveLength(6)
        expect(new Set(found.map((one) => one.key)).size).toBe(6)
        let last = after
        for (const one of found) {
          expect(Temporal.Instant.compare(one.starts, last)).toBe(1)
          expect(Temporal.Instant.compare(one.due, one.starts)).toBeGreaterThanOrEqual(0)
          last = one.starts
        }
      }),
    ))
})
