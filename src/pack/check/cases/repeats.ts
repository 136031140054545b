import type { Case } from './case.ts'

/** Faults of pointing out who is in several. */
export const repeatCases: readonly Case[] = [
  [
    'nobody_meant',
    'several of a record that no pupil is in',
    'records:\n  note: { says: N, parts: [{ id: who, says: Who, of: [staff, pupil] }], ‸repeats: { cases: 3, within: 6 weeks } }',
  ],
]
