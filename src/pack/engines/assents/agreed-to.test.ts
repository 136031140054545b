import { expect, test } from 'vitest'
import type { Answered } from './agreed-to.ts'
import { agreedTo } from './agreed-to.ts'

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const signed = { state: 'signed', valid_until: null }
const said = (signerId: string, website: unknown, outcome = 'signed') => ({ signerId, outcome, answers: { website } })
const agreed = (given: Answered[], asking: { state: string; valid_until: string | null } = signed) =>
  agreedTo(asking, undefined, 'website', given, now)

test('a statement is agreed to when everybody who signed said yes to it, as they last said', () => {
  expect(agreed([said('ama', true)])).toBe(true)
  expect(agreed([said('ama', true), said('ben', false)])).toBe(false)
  expect(agreed([said('ama', false), said('ama', true)])).toBe(true)
})

test('what one of them took back is a no, of those who were only told as well, until they say yes again', () => {
  expect(agreed([said('ama', true), said('ama', false, 'withdrawn')])).toBe(false)
  expect(agreed([said('ama', true), said('ama', false, 'withdrawn'), said('ama', true)])).toBe(true)
  expect(agreed([said('ama', true), said('kim', false, 'withdrawn')])).toBe(false)
  const other = { signerId: 'ama', outcome: 'withdrawn', answers: { prospectus: false } }
  expect(agreed([said('ama', true), other])).toBe(true)
  expect(agreed([said('ama', true), { ...other, signerId: 'kim' }])).toBe(true)
})

test('it is a no once the agreement is refused, and unknown while nobody has answered it', () => {
  expect(agreed([said('ama', true)], { state: 'withdrawn', valid_until: null })).toBe(false)
  expect(agreed([], { state: 'open', valid_until: null })).toBeUndefined()
  expect(agreed([said('ama', undefined)])).toBeUndefined()
  expect(agreed([said('ama', true)], { state: 'signed', valid_until: '2026-11-01T00:00:00Z' })).toBeUndefined()
})
