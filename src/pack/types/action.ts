import { z } from 'zod'
import { clauseId, id, oneOf, ref, text } from './base.ts'
import { effect } from './effect.ts'
import { event } from './event.ts'
import { field } from './field.ts'
import { amount, limit } from './time.ts'
import { who } from './who.ts'

/** When something that was decided for or against somebody is over. */
const ends = oneOf('bad_end|Write { after: 2 weeks }, { on: event } or { at: field }.', [
  z.strictObject({ after: amount }),
  z.strictObject({ on: event }),
  z.strictObject({ at: id }),
])
export type Ends = z.infer<typeof ends>

/** A sanction, a support or a referral, with its fields and effects. What an effect closes, lends or locks ends with it. */
export const action = z.strictObject({
  says: text,
  kind: z.enum(['sanction', 'support', 'referral']),
  by: who,
  decision: ref('decision').optional(),
  /** Who outside the case is told by it: it is carried out when that contact is written down. */
  tells: who.optional(),
  fields: z.array(field).default([]),
  effects: z.array(effect).default([]),
  /** When it is over by itself; left out, when its effects say (`until`), or when somebody lifts it. */
  ends: ends.optional(),
  /** How long before its end whoever may lift it is reminded. */
  remind: amount.optional(),
  lifted_by: who.optional(),
  /** Who hears an appeal, and by when they have to answer. */
  appeal_to: z.strictObject({ to: who, within: limit.optional() }).optional(),
  clauses: z.array(clauseId).default([]),
})
export type Action = z.infer<typeof action>

/** Lifts one named control for one person or case, with a reason and an end. Without a decision it is written down afterwards. */
export const exception = z.strictObject({
  says: text,
  from: ref('measure', 'guard', 'conduct', 'duty', 'table'),
  for: who,
  decision: ref('decision').optional(),
  ends: ends.optional(),
  fields: z.array(field).default([]),
  clauses: z.array(clauseId).default([]),
})
export type Exception = z.infer<typeof exception>
