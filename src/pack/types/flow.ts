import { z } from 'zod'
import { clauseId, id, ref, text } from './base.ts'
import { steps } from './step.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** A way over to another procedure, open at every step. It does not come back. */
const wayOver = z.strictObject({
  id,
  says: text,
  hint: text.optional(),
  goto: ref('flow'),
  clauses: z.array(clauseId).default([]),
})
export type WayOver = z.infer<typeof wayOver>

/** A decision procedure of the policy, run inside a record by `call`, `goto` or `for_each`. */
export const flow = z.strictObject({
  says: text,
  /** The records in which it runs: their fields are what its expressions may use. */
  in: z.array(ref('record')).min(1),
  /** Who walks it, unless a step says otherwise. */
  by: who,
  /** Nothing is uploaded, viewed or copied here: the rule for suspected abuse images. */
  files: z.literal('never').optional(),
  start: id,
  steps,
  /** Ways over to another procedure that stand beside every step, such as "this may be illegal after all". */
  at_any_time: z.array(wayOver).optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
