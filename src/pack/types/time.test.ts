import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTime } from '../time/parse.ts'
import { isTimeFault } from '../time/time.ts'
import { amount, point, rhythm } from './time.ts'

const UNITS = [
  'min',
  'h',
  'day',
  'days',
  'school day',
  'school days',
  'week',
  'weeks',
  'month',
  'months',
  'term',
  'terms',
  'school year',
  'school years',
  'year',
  'years',
]
const PERIODS = ['school day', 'half term', 'term', 'school year', 'month', 'year']

const anyAmount = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...UNITS))
  .map(([count, unit]) => `${count} ${unit}`)
const anyEdge = fc
  .tuple(fc.constantFrom('start', 'end'), fc.constantFrom(...PERIODS))
  .map(([edge, period]) => `${edge} of ${period}`)
const anyPoint = fc.oneof(
  anyEdge,
  fc.tuple(anyAmount, fc.constantFrom('after', 'before'), anyEdge).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('February', 'June', 'September'))
    .map(([day, month]) => `${day} ${month}`),
)

describe('the times that a pack may write', () => {
  test('are all times that the time engine reads', () => {
    const anyTime = fc.oneof(anyAmount, anyPoint, fc.constantFrom(...PERIODS, 'day', 'week'))
    fc.assert(
      fc.property(anyTime, (written) => {
        const accepted = [amount, point, rhythm].some((type) => type.safeParse(written).success)
        return !accepted || !isTimeFault(parseTime(written))
      }),
    )
  })

  test.each(['31 June', '30 February', '0 June', 'soon', '0 days', '1 fortnight'])('%s is none', (written) => {
    expect([amount, point, rhythm].some((type) => type.safeParse(written).success)).toBe(false)
  })
})
