import { z } from 'zod'
import { clauseId, expression, id, oneOf, ref, text } from './base.ts'
import { event } from './event.ts'
import { amount, limit } from './time.ts'
import { origin } from './value.ts'
import { one } from './who.ts'

/**
 * Who is told. `reporter_chooses` lets the person who tells us pick; `in_order` calls one after the other, the next when
 * nobody has taken it within the time of `chase`, round and round until somebody does.
 */
const recipients = oneOf(
  'any_or_all|Write party/…, { any_of: […] }, { all_of: […] }, { in_order: […] } or { reporter_chooses: […] }.',
  [
    one,
    z.strictObject({ any_of: z.array(one).min(2) }),
    z.strictObject({ all_of: z.array(one).min(2) }),
    z.strictObject({ in_order: z.array(one).min(2) }),
    z.strictObject({ reporter_chooses: z.array(one).min(2) }),
  ],
)
export type Recipients = z.infer<typeof recipients>

/** Whether they are called one after the other. */
export const isInOrder = (to: Recipients): to is Extract<Recipients, { in_order: unknown }> =>
  typeof to === 'object' && 'in_order' in to

/** Tell, inform, escalate. */
export const notify = z
  .strictObject({
    says: text,
    on: event,
    when: expression.optional(),
    to: recipients,
    /**
     * A question of the record's form that asks for a site: of the posts that are held at sites, those are told who hold them
     * at that one. A site where nobody does, or that nobody gave, has everybody told who holds the post.
     */
    at: id.optional(),
    within: limit.optional(),
    /** one: the first who accepts takes it · each: everyone confirms. */
    accept: z.enum(['one', 'each', 'none']).default('none'),
    chase: amount.optional(),
    then_tell: one.optional(),
    letter: ref('document').optional(),
    clauses: z.array(clauseId).default([]),
    ...origin,
  })
  .refine((rule) => !isInOrder(rule.to) || (rule.chase !== undefined && rule.accept === 'one'), {
    error:
      'no_next_call|Those who are called in_order need accept: one, and chase: the time after which the next is called.',
  })
export type Notify = z.infer<typeof notify>
