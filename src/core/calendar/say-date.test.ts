import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayDay, sayDue, sayFullInstant, sayInstant, sayLate, sayShortDay } from './say-date.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const day = (text: string) => Temporal.PlainDate.from(text)
const now = at('2026-11-23T14:31')
const anyInstant = fc
  .integer({ min: 0, max: 4_000_000_000_000 })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))

describe('dates as a person says them', () => {
  test.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-27', 'Friday 27 November'],
    ['2027-01-08', 'Friday 8 January 2027'],
  ])('%s is %s', (date, says) => expect(sayDay(day(date), day('2026-11-23'))).toBe(says))

  test.each([
    ['2026-11-23T14:31', 'today at 14:31'],
    ['2026-11-22T09:05', 'yesterday at 9:05'],
    ['2026-06-01T09:00', 'Monday 1 June at 9:00'],
  ])('%s is %s', (instant, says) => expect(sayInstant(at(instant), now)).toBe(says))

  test.each([
    ['2026-11-23T16:00', 'by 16:00'],
    ['2026-11-24T15:30', 'by tomorrow 15:30'],
    ['2026-11-23T23:59:59', 'by the end of today'],
    ['2026-11-24T23:59:59', 'by tomorrow'],
    ['2026-11-27T17:00', 'by Friday 27 November'],
    ['2026-11-21T17:00', '2 days late'],
    ['2026-11-20T10:00', '3 days late'],
    ['2026-11-23T12:31', '2 hours late'],
    ['2026-11-23T14:30', '1 minute late'],
  ])('due %s is %s', (due, says) => expect(sayDue(at(due), now)).toBe(says))

  test('a moment with its day and its time', () => expect(sayFullInstant(now)).toBe('23 November 2026 at 14:31'))

  test('24 hours over the clock change are one day', () =>
    expect(sayLate(at('2026-10-24T12:00'), at('2026-10-25T12:00'))).toBe('1 day late'))

  test('no instant of any year is said with figures only', () =>
    fc.assert(
      fc.property(anyInstant, anyInstant, (instant, when) => {
        for (const says of [sayInstant(instant, when), sayDue(instant, when)]) {
          expect(says).not.toMatch(/\d\/\d|\d-\d|-\d|undefined|NaN/)
        }
      }),
    ))
})

test('the columns of a table have short days', () => {
  const short = (text: string) => sayShortDay(Temporal.PlainDate.from(text), Temporal.PlainDate.from('2026-11-22'))
  expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(short)).toEqual(['yesterday', 'today', 'tomorrow'])
  expect(['2026-11-20', '2025-09-03'].map(short)).toEqual(['Fri 20 Nov', 'Wed 3 Sep 2025'])
})
