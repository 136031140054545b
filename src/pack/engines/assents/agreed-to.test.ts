import { expect, test } from 'vitest'
import { agreedTo } from './agreed-to.ts'

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const signed = { state: 'signed', valid_until: null }
const said = (signerId: string, website: unknown, outcome = 'signed') => ({ signerId, outcome, answers: { website } })
const agreed = (given: ReturnType<typeof said>[], asking: { state: string; valid_until: string | null } = signed) =>
  agreedTo(asking, undefined, 'website', given, now)

test('a statement is agreed to when everybody who signed said yes to it, as they last said', () => {
  expect(agreed([said('ama', true)])).toBe(true)
  expect(agreed([said('ama', true), said('ben', false)])).toBe(false)
  expect(agreed([said('ama', false), said('ama', true)])).toBe(true)
  expect(agreed([said('ama', true), said('ben', false, 'withdrawn')])).toBe(true)
})

test('it is a no once the agreement is refused, and unknown while nobody has answered it', () => {
  expect(agreed([said('ama', true)], { state: 'withdrawn', valid_until: null })).toBe(false)
  expect(agreed([], { state: 'open', valid_until: null })).toBeUndefined()
  expect(agreed([said('ama', undefined)])).toBeUndefined()
  expect(agreed([said('ama', true)], { state: 'signed', valid_until: '2026-11-01T00:00:00Z' })).toBeUndefined()
})
