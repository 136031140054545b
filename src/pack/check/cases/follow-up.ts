import { type Case, END, flow } from './case.ts'

/** Faults of what follows from a step. */
export const followUpCases: readonly Case[] = [
  [
    'nobody_meant',
    'what follows from a step that nobody takes',
    flow(
      `a: { parallel: [b, c], join: d, ‸follow_up: [duty] }\nb: { do: B, next: d }\nc: { do: C, next: d }\nd: { do: D, ${END}`,
    ),
  ],
]
