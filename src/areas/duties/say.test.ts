import { describe, expect, test } from 'vitest'
import { greet, sayWaiting, sayWhen, whenOf } from './say.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
const zone = 'Europe/London'
const at = (text: string) => Temporal.Instant.from(text)

describe('when a duty is due', () => {
  test.each([
    ['2026-11-20T17:00:00Z', 'late', '3 days late'],
    ['2026-11-23T17:00:00Z', 'today', 'by 17:00'],
    ['2026-11-25T17:00:00Z', 'week', 'Wed 25 Nov'],
    ['2026-11-29T23:59:59Z', 'week', 'Sun 29 Nov'],
    ['2026-11-30T17:00:00Z', 'later', 'Mon 30 Nov'],
    ['2027-01-29T17:00:00Z', 'later', 'Fri 29 Jan 2027'],
  ])('%s is %s: %s', (due, when, says) => {
    expect(whenOf(at(due), now, zone)).toBe(when)
    expect(sayWhen(at(due), now, zone)).toBe(says)
  })

  test('without a date it waits today', () => expect(whenOf(null, now, zone)).toBe('today'))
})

describe('the first words of the page', () => {
  test.each([
    ['2026-11-23T08:00:00Z', 'Good morning, Priya'],
    ['2026-07-23T11:00:00Z', 'Good afternoon, Priya'],
    ['2026-11-23T19:00:00Z', 'Good evening, Priya'],
  ])('greet by the school’s clock', (moment, says) => expect(greet('Priya', at(moment), zone)).toBe(says))

  test.each([
    [0, 0, 0, 'Nothing waits for you today.'],
    [2, 1, 3, 'Two concerns are waiting. One duty is late, three are for today.'],
    [1, 0, 1, 'One concern is waiting. One duty is for today.'],
    [0, 12, 0, '12 duties are late.'],
  ])('%i concerns, %i late, %i today: %s', (concerns, late, today, says) =>
    expect(sayWaiting(concerns, late, today)).toBe(says),
  )
})
