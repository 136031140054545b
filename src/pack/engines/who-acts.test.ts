import { expect, test } from 'vitest'
import type { Verdict } from './judge.ts'
import { lineOfCase, whoActs } from './who-acts.ts'

const who = [
  { when: 'grave', who: 'party/head' as const },
  { when: 'about_staff', who: { any_of: ['party/chair' as const, 'party/head' as const] } },
  { who: 'party/dsl' as const },
]
const knows = (facts: Record<string, Verdict>) => (expression: string) => facts[expression] ?? 'no'

test('the first line that certainly holds says who acts, and what is not known holds for nobody', () => {
  expect(whoActs(who, knows({ grave: 'yes', about_staff: 'yes' }))).toBe('party/head')
  expect(whoActs(who, knows({ grave: 'unknown', about_staff: 'yes' }))).toEqual(who[1]?.who)
  expect(whoActs(who, knows({ grave: 'unknown' }))).toBe('party/dsl')
  expect(whoActs('party/head', knows({}))).toBe('party/head')
  expect(whoActs([{ when: 'grave', who: 'party/head' }], knows({}))).toBeNull()
})

test('the usual case is no line of its own', () => {
  expect(lineOfCase(who, knows({ about_staff: 'yes' }))).toBe(1)
  expect(lineOfCase(who, knows({}))).toBeNull()
  expect(lineOfCase('party/head', knows({}))).toBeNull()
})
