import { expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import { repeats } from '../types/repeats.ts'
import { repeatRule } from './repeats.ts'

const now = Temporal.Instant.from('2026-11-05T09:00:00Z')
const incident = readPack('special-all-through').records.incident

test('a number of the pack goes by the calendar of the school, over the change of the clocks', () => {
  if (incident === undefined) throw new Error('the pack has no incidents')
  const rule = (within: string, source?: 'school') =>
    repeatRule({ ...incident, repeats: { cases: 4, within, source } }, now, 'Europe/London')
  expect(rule('2 weeks', 'school')).toMatchObject({ cases: 4, within: '2 weeks', source: 'school' })
  expect(rule('2 weeks').since.toString()).toBe('2026-10-22T08:00:00Z')
  expect(rule('1 month').since.toString()).toBe('2026-10-05T08:00:00Z')
  expect(rule('3 days')).toMatchObject({ source: 'stated' })
})

test('where a pack says nothing it is three within six weeks, and nobody is said to have chosen it', () => {
  expect(repeatRule(undefined, now, 'Europe/London')).toMatchObject({ cases: 3, within: '6 weeks', source: null })
})

test('one is no pattern, and a term is no span that can be counted back', () => {
  for (const wrong of [
    { cases: 1, within: '6 weeks' },
    { cases: 3, within: '1 term' },
    { cases: 3, within: '0 weeks' },
  ])
    expect(repeats.safeParse(wrong).success).toBe(false)
})
