import { expect, test } from 'vitest'
import { sayCut } from './cut-words.ts'

test('a file says that it was cut short, and nothing when it is whole', () => {
  const whole = { things: 'concerns', count: 3, most: 2000, more: false }
  expect(sayCut(whole)).toBeNull()
  expect(sayCut({ ...whole, count: 2000 })).toBe('Not all: only the first 2,000.')
  expect(sayCut({ ...whole, alike: true })).toContain('spelt like them')
  expect(sayCut({ ...whole, more: true })).toContain('only the newest were searched')
})
