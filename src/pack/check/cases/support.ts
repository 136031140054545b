import type { Case } from './case.ts'

/** Faults of offering support. */
export const supportCases: readonly Case[] = [
  [
    'unknown_name',
    'support for a part that is not there',
    'records:\n  note: { says: N, parts: [{ id: victim, says: Victim }], support: { for: [victim, ‸pupil], kinds: list/phase } }',
  ],
]
