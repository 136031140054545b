import { expect, test } from 'vitest'
import { packNamed } from '#tests/support/packs.ts'
import { readingLines } from './reading-lines.ts'

const pack = packNamed('special-all-through')

test('an agreement says how hard it is to read, in each English that it has', () => {
  expect(readingLines(pack, ['assents', 'primary_rules'])).toMatchObject([
    expect.stringMatching(/^English: for about Year \d+\. The longest sentence is “.+”$/),
    expect.stringMatching(/^Easy words: for about Year \d+\. The longest sentence is “.+”$/),
  ])
})

test('one of its statements says it of itself', () => {
  const [plain, easy] = readingLines(pack, ['assents', 'primary_rules', 'items', 'passwords'])
  expect(plain).toContain('“I keep my passwords to myself.”')
  expect(easy).toContain('“I keep my password secret.”')
})

test('nothing is said of what nobody signs', () => {
  expect(readingLines(pack, ['clauses', 'L-241'])).toEqual([])
  expect(readingLines(pack, ['assents', 'primary_rules', 'fields', 'none'])).toEqual([])
})
