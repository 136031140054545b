import { expect, test } from 'vitest'
import { refusedLetters } from './compile.ts'

test('the letters of a refusal are read back, escapes and all', () => {
  const says = 'PDF/UA-1 error: the text `"a\\u{10ffff}"` could not be displayed with font `"Noto Sans"`'
  expect(refusedLetters(new Error(says))).toEqual(['a', '\u{10ffff}'])
  expect(refusedLetters(new Error('the text contains the disallowed codepoint `"\\u{0}"`'))).toContain('\u0000')
  expect(refusedLetters(new Error('something else'))).toEqual([])
})
