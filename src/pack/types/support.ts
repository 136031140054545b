import { z } from 'zod'
import { id, ref } from './base.ts'
import { origin } from './value.ts'

/** What is offered to people in a case, and what became of it. */
export const support = z.strictObject({
  /** The parts of those to whom it is offered, such as victim and instigator. */
  for: z.array(id).min(1, 'bad_for_each|Name at least one part.'),
  /** The kinds of support that there are. */
  kinds: ref('list'),
  /** Steps whose answers belong to it, such as a risk assessment or a referral to counselling. */
  shows: z.array(ref('flow', 'record')).default([]),
  ...origin,
})
