import { expect, test } from 'vitest'
import { pack as packType } from '../../types/pack.ts'
import { publishGuards } from './publish-guards.ts'

const guard = (unless: string, more: object = {}) => ({
  says: unless,
  stops: 'document/policy',
  unless,
  held_by: 'kept',
  ...more,
})
const pack = packType.parse({
  pack: { name: 'oak', policy: 'L', title: 'T', language: 'en' },
  documents: { policy: { says: 'P', kind: 'policy' } },
  grants: { internet: { says: 'I' } },
  guards: {
    signed: guard("agreed('decision/owner_signs')"),
    discussed: guard("has_record('record/review#staff') || agreed('decision/waived')"),
    off: guard("agreed('decision/never')", { active: false }),
    other: guard("agreed('decision/never')", { stops: 'grant/internet' }),
  },
})
const open = (decided: readonly string[], records: readonly string[]) =>
  publishGuards(pack, { decided: (ref) => decided.includes(ref), hasRecord: (ref) => records.includes(ref) }).map(
    (one) => [one.id, one.open] as const,
  )

test('those on the policy are asked, each opens by its own condition, and others are left aside', () => {
  expect(open([], [])).toEqual([
    ['signed', false],
    ['discussed', false],
  ])
  expect(open(['decision/owner_signs'], ['record/review#staff'])).toEqual([
    ['signed', true],
    ['discussed', true],
  ])
  expect(open(['decision/waived'], [])[1]).toEqual(['discussed', true])
})

test('what cannot be told keeps them shut', () => {
  const unknown = publishGuards(pack, { decided: () => undefined, hasRecord: () => undefined })
  expect(unknown.map((one) => one.open)).toEqual([false, false])
})
