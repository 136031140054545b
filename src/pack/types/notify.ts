import { z } from 'zod'
import { clauseId, expression, oneOf, ref, text } from './base.ts'
import { event } from './event.ts'
import { amount, limit } from './time.ts'
import { origin } from './value.ts'
import { one } from './who.ts'

/** Who is told. `reporter_chooses` lets the person who tells us pick. */
export const recipients = oneOf(
  'any_or_all|Write party/…, { any_of: […] }, { all_of: […] } or { reporter_chooses: […] }.',
  [
    one,
    z.strictObject({ any_of: z.array(one).min(2) }),
    z.strictObject({ all_of: z.array(one).min(2) }),
    z.strictObject({ reporter_chooses: z.array(one).min(2) }),
  ],
)
export type Recipients = z.infer<typeof recipients>

/** Tell, inform, escalate. */
export const notify = z.strictObject({
  says: text,
  on: event,
  when: expression.optional(),
  to: recipients,
  within: limit.optional(),
  /** one: the first who accepts takes it · each: everyone confirms. */
  accept: z.enum(['one', 'each', 'none']).default('none'),
  chase: amount.optional(),
  then_tell: one.optional(),
  letter: ref('document').optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Notify = z.infer<typeof notify>
