import { z } from 'zod'
import { clauseId, id, oneOf, ref, text } from './base.ts'
import { every } from './time.ts'
import { origin, valueOrSetting } from './value.ts'
import { who } from './who.ts'

/** A technical or organisational measure, held by Kept or attested when another system holds it. */
export const measure = z.strictObject({
  says: text,
  value: z.record(id, valueOrSetting).default({}),
  for: z.array(ref('party')).default([]),
  held_by: oneOf('bad_party|Write kept, or the party that holds it: party/….', [z.literal('kept'), ref('party')]),
  /** A rule that protects children: no exception may ever lift it. */
  never_lifted: z.literal(true).optional(),
  checked: z
    .strictObject({ every, by: who, proof: z.array(z.enum(['report', 'connector', 'statement', 'screenshot'])).min(1) })
    .optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Measure = z.infer<typeof measure>
