import { expect, test } from 'vitest'
import { breakGlass } from './break-glass.ts'

test.each([
  ['30 min', true],
  ['4 h', true],
  ['24 h', true],
  ['25 h', false],
  ['2 days', false],
  ['0 h', false],
  ['1 term', false],
])('a record is open in an emergency for %s: %s', (length, taken) => {
  expect(breakGlass.safeParse({ who: 'party/dsl', for: length, alerts: 'party/head' }).success).toBe(taken)
})
