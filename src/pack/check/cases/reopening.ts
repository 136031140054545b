import type { Case } from './case.ts'

/** Faults of opening a record again, and of opening a device on the ground of one. */
export const reopeningCases: readonly Case[] = [
  [
    'unknown_step',
    'opened again at a step that is not there',
    'records:\n  note: { says: N, start: read, steps: { read: { do: Read it, next: end } }, reopening: { step: ‸close } }',
  ],
  [
    'unknown_step',
    'a device opened from a step on that is not there',
    'records:\n  search: { says: S, start: why, steps: { why: { do: Say why, next: end } }, opens_devices_from: ‸look }',
  ],
  [
    'no_ground',
    'a device opened before anything was asked',
    'records:\n  search: { says: S, start: look, steps: { look: { do: Look, next: end } }, opens_devices_from: ‸look }',
  ],
]
