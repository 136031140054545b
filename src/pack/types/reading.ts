import { z } from 'zod'
import { clauseId, text } from './base.ts'
import { value } from './value.ts'
import { one } from './who.ts'

/** How a contradiction or an open place of the policy is read, and who settles it. */
export const reading = z.strictObject({
  between: z.array(clauseId).min(1),
  holds: text,
  by: one,
  settled: z.boolean().default(false),
})

/** A value that the school sets. `stricter` is the direction in which a school of a group may go. */
export const setting = z.strictObject({
  says: text,
  type: z.enum(['integer', 'number', 'text', 'boolean', 'time', 'range', 'list', 'times']),
  unit: text.optional(),
  value,
  stricter: z.enum(['higher', 'lower', 'narrower']).optional(),
  clauses: z.array(clauseId).default([]),
})
export type Setting = z.infer<typeof setting>
