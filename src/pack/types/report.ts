import { z } from 'zod'
import { clauseId, id, ref, text } from './base.ts'
import { rhythm } from './time.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** One part of a report: what is counted, split how, over which period. */
export const reportPart = z.strictObject({
  id,
  says: text,
  counts: ref('record', 'assent', 'duty', 'measure', 'action'),
  split: z.array(z.string()).default([]),
  over: rhythm.default('school year'),
})

/** A report. An anonymous one has no free text and suppresses small numbers. */
export const report = z.strictObject({
  says: text,
  anonymous: z.boolean(),
  to: who,
  parts: z.array(reportPart).min(1),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Report = z.infer<typeof report>
