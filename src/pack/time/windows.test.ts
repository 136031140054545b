import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { isTimeFault } from './time.ts'
import { areWithin, isWithin, nextWithin, parseWindow, sayWindows, type Window } from './windows.ts'

const calendar = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-03', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-05', end: '2027-03-26' },
  ],
  closed: [{ name: 'half term', start: '2026-10-26', end: '2026-10-30' }],
})
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
const local = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()

const read = (...texts: readonly string[]): Window[] =>
  texts.map((text) => {
    const window = parseWindow(text)
    if (isTimeFault(window)) throw new Error(window.fault)
    return window
  })

describe('certain times of the week', () => {
  test.each([
    ['school days 12:15 to 13:10', 'school days from 12:15 to 13:10'],
    ['Monday to Thursday after 15:30', 'Monday to Thursday after 15:30'],
    ['Friday before 8:45', 'Fridays before 8:45'],
    ['Monday, Tuesday and Friday', 'Mondays, Tuesdays and Fridays'],
    ['Friday to Monday', 'Friday to Monday'],
    ['days without school', 'days without school'],
    ['every day 0:00 to 24:00', 'every day'],
  ])('“%s” reads and is said again', (text, said) => {
    expect(sayWindows(read(text))).toBe(said)
  })

  test.each(['lunch', 'school days 13:10 to 12:15', 'school days 12:75 to 13:00', 'every day after 24:00', 'Mondays'])(
    '“%s” is none, and the fault says so',
    (text) => {
      const window = parseWindow(text)
      expect(isTimeFault(window) && window.fault).toContain(`“${text}”`)
    },
  )

  test('hold by the clock and the days of the school: not in its holidays, and not in the last minute', () => {
    const lunch = read('school days 12:15 to 13:10')
    expect(isWithin(lunch, at('2026-11-24T12:15'), calendar)).toBe(true)
    expect(isWithin(lunch, at('2026-11-24T13:09'), calendar)).toBe(true)
    expect(isWithin(lunch, at('2026-11-24T13:10'), calendar)).toBe(false)
    expect(isWithin(lunch, at('2026-10-27T12:30'), calendar)).toBe(false)
    expect(isWithin(read('days without school'), at('2026-10-27T12:30'), calendar)).toBe(true)
    expect(isWithin(read('Friday'), at('2026-11-27T23:59'), calendar)).toBe(true)
  })

  test('say when the next of them begins: later today, or after the holidays', () => {
    const both = read('school days 12:15 to 13:10', 'school days 10:30 to 10:45')
    expect(local(nextWithin(both, at('2026-11-24T09:00'), calendar))).toBe('2026-11-24T10:30:00')
    expect(local(nextWithin(both, at('2026-11-24T12:30'), calendar))).toBe('2026-11-25T10:30:00')
    expect(local(nextWithin(both, at('2026-12-18T14:00'), calendar))).toBe('2027-01-05T10:30:00')
    expect(nextWithin(read('every day'), at('2026-11-24T09:00'), calendar)).not.toBeNull()
  })

  test('are narrower when every moment of theirs is one of the others', () => {
    const group = read('school days 10:30 to 13:10')
    expect(areWithin(read('school days 12:15 to 13:10'), group)).toBe(true)
    expect(areWithin(read('school days 12:15 to 13:15'), group)).toBe(false)
    expect(areWithin(read('Monday to Friday 12:15 to 13:10'), group)).toBe(false)
    expect(areWithin(read('school days'), read('Monday to Friday before 12:00', 'Monday to Friday after 12:00'))).toBe(
      true,
    )
    expect(areWithin(read('school days'), read('Monday to Friday before 12:00', 'Monday to Friday after 12:01'))).toBe(
      false,
    )
  })
})
