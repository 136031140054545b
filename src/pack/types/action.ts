import { z } from 'zod'
import { clauseId, id, oneOf, ref, text } from './base.ts'
import { effect } from './effect.ts'
import { event } from './event.ts'
import { field } from './field.ts'
import { amount, limit } from './time.ts'
import { who } from './who.ts'

/** A sanction or a support, with its fields and effects. */
export const action = z.strictObject({
  says: text,
  kind: z.enum(['sanction', 'support', 'referral']),
  by: who,
  decision: ref('decision').optional(),
  fields: z.array(field).default([]),
  effects: z.array(effect).default([]),
  lifted_by: who.optional(),
  appeal_to: z.strictObject({ to: who, within: limit.optional() }).optional(),
  clauses: z.array(clauseId).default([]),
})
export type Action = z.infer<typeof action>

/** Lifts one named control for one person or case, with a reason and an end. */
export const exception = z.strictObject({
  says: text,
  from: ref('measure', 'guard', 'conduct', 'duty', 'table'),
  for: who,
  decision: ref('decision'),
  ends: oneOf('bad_end|Write { after: 2 weeks }, { on: event } or { at: field }.', [
    z.strictObject({ after: amount }),
    z.strictObject({ on: event }),
    z.strictObject({ at: id }),
  ]).optional(),
  fields: z.array(field).default([]),
  clauses: z.array(clauseId).default([]),
})
export type Exception = z.infer<typeof exception>
