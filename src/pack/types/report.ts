import { z } from 'zod'
import { clauseId, id, oneOf, ref, text } from './base.ts'
import { rhythm } from './time.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** What is counted, split how, over which period. */
const countedPart = z.strictObject({
  id,
  says: text,
  counts: ref('record', 'assent', 'duty', 'measure', 'action'),
  /** Fields of the record, those of its chart and flows too, or `school`, `state`, `category`, `outcome`. */
  split: z.array(z.string()).default([]),
  over: rhythm.default('school year'),
})

/** What whoever makes the report writes under this heading. */
const writtenPart = z.strictObject({
  id,
  says: text,
  writes: text,
  required: z.boolean().default(true),
})

/** One part of a report: figures, or words of its author. */
const reportPart = oneOf('bad_part|Say what is counted (counts) or what its author writes (writes).', [
  countedPart,
  writtenPart,
])
export type CountedPart = z.infer<typeof countedPart>
export type WrittenPart = z.infer<typeof writtenPart>

/** A report, made by the duty whose `content` it is. An anonymous one suppresses small numbers, and its words name nobody. */
export const report = z.strictObject({
  says: text,
  anonymous: z.boolean(),
  to: who,
  parts: z.array(reportPart).min(1),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Report = z.infer<typeof report>
