import { expect, test } from 'vitest'
import { askedPage, askedWords, chosenIds, idsOf } from './list-asked.ts'

const ID = '019aa8f4-3c00-7000-8000-000000000001'

test('what an address says is read, and what makes no sense is taken for the usual', () => {
  expect(askedWords.parse('  phone ')).toBe('phone')
  expect(askedWords.parse('x'.repeat(201))).toBe('')
  expect(askedPage.parse('3')).toBe(3)
  expect(askedPage.parse('-1')).toBe(1)
  expect(askedPage.parse('first')).toBe(1)
})

test('chosen lines are ids, a hundred at most', () => {
  expect(idsOf(chosenIds.parse(`${ID},${ID}`))).toEqual([ID, ID])
  expect(idsOf(chosenIds.parse(''))).toBeUndefined()
  expect(chosenIds.parse('no-id')).toBe('')
  expect(chosenIds.parse(Array.from({ length: 101 }, () => ID).join(','))).toBe('')
})
