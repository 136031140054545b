import { z } from 'zod'
import { expression, id, oneOf } from './base.ts'
import { one } from './who.ts'

/** Who sees which records of a kind, and how much of each. Nobody else sees anything. */
export const sight = z.strictObject({
  who: one,
  /** all: every record of their school · own_pupils: about pupils they teach · own: they opened it or it is about them. */
  which: z.enum(['all', 'own_pupils', 'own']).default('all'),
  when: expression.optional(),
  sees: oneOf('bad_sight|Say all, masked, none, or { only: [fields] }.', [
    z.enum(['all', 'masked', 'none']),
    z.strictObject({ only: z.array(id).min(1) }),
  ]),
})
export type Sight = z.infer<typeof sight>
