import { expect, test } from 'vitest'
import { readingLevel, sentencesOf, syllablesOf } from './reading-level.ts'

const SYLLABLES: Readonly<Record<number, string>> = {
  1: 'a the school like liked makes help grown you said phone scared hurt through where these',
  2: 'little wanted places being picture answer trouble sentence somewhere nearly parent table',
  3: 'somebody video computer important another remember adventure together understand',
  4: 'information safeguarding-lead education experience anybody-else',
}

test.each(Object.entries(SYLLABLES))('words of %s syllables are counted right, nearly all of them', (count, text) => {
  const words = text.split(' ')
  const wrong = words.filter((word) => syllablesOf(word) !== Number(count))
  expect(wrong.length, wrong.map((word) => `${word} ${syllablesOf(word)}`).join()).toBeLessThanOrEqual(words.length / 5)
})

test('a line without a full stop is a sentence, and a number is no word', () => {
  expect(sentencesOf('Tell us. Now?\nWho are you\n\nCall 999.')).toEqual([
    'Tell us.',
    'Now?',
    'Who are you',
    'Call 999.',
  ])
  expect(readingLevel(['Call 999.']).words).toBe(1)
})

test('words for a small child are for a lower year than those of a statute', () => {
  const child = readingLevel(sentencesOf('Go to a grown-up you trust. Say: I need help. You did nothing wrong.'))
  const statute = readingLevel([
    'The proprietor ensures that arrangements are made to safeguard and promote the welfare of pupils at the institution.',
  ])
  expect(child.year).toBeLessThan(3)
  expect(statute.year).toBeGreaterThan(12)
})
