import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidayOn, bankHolidaysOf, easterSunday } from './bank-holidays.ts'

const dates = (year: number) => bankHolidaysOf(year).map((day) => day.date.toString())

describe('bank holidays', () => {
  test.each([
    [2020, '2020-04-12'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, day) => expect(easterSunday(year).toString()).toBe(day))

  test('are those of 2026, Boxing Day moved from Saturday', () =>
    expect(dates(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]))

  test('move both Christmas days when Christmas is a Saturday, and only Christmas when it is a Sunday', () => {
    expect(dates(2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28'])
    expect(dates(2022).slice(-2)).toEqual(['2022-12-26', '2022-12-27'])
  })

  test('include what was proclaimed, and leave out what it replaced', () => {
    expect(dates(2022)).toEqual(expect.arrayContaining(['2022-06-02', '2022-06-03', '2022-09-19']))
    expect(dates(2022)).not.toContain('2022-05-30')
    expect(dates(2020)).not.toContain('2020-05-04')
    expect(bankHolidayOn(Temporal.PlainDate.from('2023-05-08'))).toBe('Bank holiday for the Coronation')
  })

  test('are at least eight different weekdays in every year', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2400 }), (year) => {
        const days = bankHolidaysOf(year)
        expect(new Set(days.map((day) => day.date.toString())).size).toBe(days.length)
        expect(days.length).toBeGreaterThanOrEqual(8)
        for (const day of days) expect(day.date.dayOfWeek).toBeLessThanOrEqual(5)
        expect(easterSunday(year).dayOfWeek).toBe(7)
      }),
    ))
})
