import { type Case, END, flow } from './case.ts'

/** Faults of what follows from a step. */
export const followUpCases: readonly Case[] = [
  [
    'nobody_meant',
    'what follows from a step that nobody takes',
    flow(
      `a: { parallel: [b, c], join: d, ‸follow_up: [duty] }, b: { do: B, next: d }, c: { do: C, next: d }, d: { do: D, ${END}`,
    ),
  ],
]
