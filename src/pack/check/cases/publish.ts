import type { Case } from './case.ts'

/** Faults that only publishing minds. */
export const publishCases: readonly Case[] = [
  [
    'open_limit',
    'a time that nobody counted',
    'duties:\n  d: { says: D, on: person.left, within: { policy_says: ‸promptly }, owner: party/head, proof: { attest: A } }',
  ],
  ['open_value', 'a setting without a value', 'settings:\n  s: { says: S, type: integer, value: ‸{ source: school } }'],
  [
    'unsettled_value',
    'a value that was inferred',
    'settings:\n  s: { says: S, type: integer, value: { value: 3, source: ‸inferred } }',
  ],
  ['unsettled_reading', 'a contradiction left open', 'readings:\n  ‸r: { between: [L-001], holds: H, by: party/head }'],
]
