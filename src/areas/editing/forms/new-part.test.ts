import { expect, test } from 'vitest'
import { newIdFor } from './new-part.ts'

test('a new part is called by its words, and never like what stands beside it or what a page asks by itself', () => {
  const idOf = (asks: string, ...taken: string[]) => newIdFor({ asks }, taken, false)
  expect(idOf('Which screen was it on, please?')).toBe('which_screen_was_it_on')
  expect(idOf('Which screen?', 'which_screen')).toBe('which_screen_2')
  expect([idOf('Note'), idOf('Reason?'), idOf('End'), idOf('???')]).toEqual(['note_2', 'reason_2', 'end_2', 'part'])
})
