import { describe, expect, test } from 'vitest'
import { trainClassifier } from './classifier.ts'
import type { Labelled } from './labelled.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { stemOf, wordsOf } from './words.ts'

const clause = (pack: string, kind: Labelled['kind'], area: string, says: string, ...keptBy: string[]): Labelled => ({
  pack,
  id: `${pack}-${says.length}`,
  says,
  headings: [area],
  kind,
  area,
  keptBy,
})
const clauses = ['A', 'B', 'C'].flatMap((pack) => [
  clause(
    pack,
    'gate',
    'agreements',
    `Parents of school ${pack} sign before their child goes online`,
    'guard/internet',
    'assent/rules',
  ),
  clause(
    pack,
    'gate',
    'agreements',
    `Nobody at ${pack} gets an account before an agreement is signed`,
    'guard/internet',
  ),
  clause(pack, 'deadline', 'accounts', `Accounts of leavers of ${pack} are disabled within 24 hours`, 'duty/leavers'),
  clause(pack, 'deadline', 'accounts', `A lost account at ${pack} is blocked within one hour`, 'duty/block'),
  clause(pack, 'notice', 'email', `Pupils of ${pack} write polite messages`),
])

describe('a trained classifier', () => {
  const { propose } = trainClassifier(clauses)

  test('proposes kind and area with the words that decided', () => {
    const { kind, area } = propose({ says: 'Visitors signed before they are online', headings: [] })
    expect([kind.is, area.is]).toEqual(['gate', 'agreements'])
    expect(kind.because.join(' ')).toMatch(/signed|before/)
    expect(kind.probability).toBeGreaterThan(0.5)
  })

  test('names what keeps such clauses, and the three nearest', () => {
    const { keptBy, examples } = propose({
      says: 'Accounts of leavers are disabled within a day',
      headings: ['accounts'],
    })
    expect(keptBy[0]?.control).toBe('duty')
    expect(examples).toHaveLength(3)
    expect(examples[0]).toMatchObject({ says: expect.stringContaining('leavers'), keptBy: ['duty/leavers'] })
  })

  test('always gives the same answer', () => {
    const given = { says: 'Parents write before an account is signed', headings: [] }
    expect(trainClassifier(clauses).propose(given)).toEqual(propose(given))
  })

  test('says nothing about words that it has never seen beside what is usual', () => {
    const { kind, examples } = propose({ says: 'Zebra xylophone', headings: [] })
    expect(kind.probability).toBeGreaterThan(0)
    expect(kind.probability).toBeLessThanOrEqual(1)
    expect([kind.because, examples]).toEqual([[], []])
  })

  test('cannot be trained on nothing', () => {
    expect(() => trainClassifier([])).toThrow('no clause')
  })
})

test('leaving each policy out asks about clauses that were not learned from', () => {
  const scores = leaveOneOut(clauses)
  expect(scores.map(({ pack }) => pack)).toEqual(['A', 'B', 'C'])
  for (const { right, majority } of scores) {
    expect(right).toEqual({ kind: 1, area: 1, keptBy: 1 })
    expect(majority.kind).toBe(0.4)
  }
})

test('forms of a word count as one, and numbers as numbers', () => {
  expect(['signed', 'signs', 'signing', 'sign'].map(stemOf)).toEqual(['sign', 'sign', 'sign', 'sign'])
  expect(['policies', 'policy', 'passes', 'pass'].map(stemOf)).toEqual(['policy', 'policy', 'pass', 'pass'])
  expect(wordsOf('The head’s 24 rules, in 2021').map(({ stem }) => stem)).toEqual([
    'head',
    '<number>',
    'rule',
    '<year>',
  ])
})
