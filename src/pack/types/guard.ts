import { z } from 'zod'
import { clauseId, expression, oneOf, ref, text } from './base.ts'
import { event } from './event.ts'
import { limit } from './time.ts'
import { origin } from './value.ts'

/** Something that can be given and withheld: use of the internet, an account, a key. */
export const grant = z.strictObject({ says: text, to: z.enum(['person', 'device', 'class']).default('person') })

/** Nothing may pass unless. On `document/policy` publishing asks it of the version at hand. An error or an unknown keeps it shut. */
export const guard = z.strictObject({
  says: text,
  stops: ref('grant', 'record', 'flow', 'document', 'action'),
  for: ref('party').optional(),
  unless: expression,
  /** `kept`: the software refuses. A party: a person or another system holds it, so it is at most attested. */
  held_by: oneOf('bad_party|Write kept, or the party that holds it: party/….', [z.literal('kept'), ref('party')]),
  /** What the policy calls it; a guard held by a person may not be called enforced. */
  called: z.enum(['enforced', 'attested']).optional(),
  default: z.enum(['on', 'off']).default('off'),
  /** A school may switch the whole guard off. */
  active: z.boolean().default(true),
  /** A rule that protects children: no exception may ever lift it. */
  never_lifted: z.literal(true).optional(),
  grace: z
    .strictObject({ for: limit, from: oneOf('bad_event|Write asked or an event.', [z.literal('asked'), event]) })
    .optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Guard = z.infer<typeof guard>
