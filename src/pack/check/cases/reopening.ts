import type { Case } from './case.ts'

/** Faults of opening a record again. */
export const reopeningCases: readonly Case[] = [
  [
    'unknown_step',
    'opened again at a step that is not there',
    'records:\n  note: { says: N, start: read, steps: { read: { do: Read it, next: end } }, reopening: { step: ‸close } }',
  ],
]
