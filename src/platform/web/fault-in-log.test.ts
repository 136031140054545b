import { expect, test } from 'vitest'
import { faultInLog } from './fault-in-log.ts'

test('a fault is logged by its kind and its places, and never by a word of its message', () => {
  const typed = 'not JSON:\nLeila Haddad told me\n    at home (42:1)\nand cried'
  const said = faultInLog(new TypeError(typed, { cause: new Error('Leila') }))
  expect(JSON.stringify(said)).toMatch(/"TypeError".*fault-in-log\.test\.ts/)
  for (const word of ['Leila', 'Haddad', 'home', 'cried']) expect(JSON.stringify(said)).not.toContain(word)
  const changed = new Error('first')
  changed.message = 'Leila said so'
  changed.stack = `Error: Leila said so\nLeila again\n    at place (file.ts:1:1)`
  expect(faultInLog(changed)).toEqual({ name: 'Error', at: ['at place (file.ts:1:1)'] })
  expect(faultInLog('Leila')).toBe('string')
})
