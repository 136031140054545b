import { z } from 'zod'
import { clauseId, expression, oneOf, ref, text } from './base.ts'
import { amount, limit } from './time.ts'
import { origin } from './value.ts'
import { one } from './who.ts'

const anyOf = z.strictObject({ any_of: z.array(one).min(1) })
const allOf = z.strictObject({ all_of: z.array(one).min(1), distinct: z.boolean().default(true) })
const byBody = z.strictObject({ body: ref('party') })

const NO_VOICE =
  'any_or_all|Write { any_of: […] }, { all_of: […] }, { body: party/… } or { any: [one voice, another] }.'

/** A voice that is not made of others. */
const singleVoice = oneOf(NO_VOICE, [anyOf, allOf, byBody])
export type SingleVoice = z.infer<typeof singleVoice>

const anyVoice = z.strictObject({ any: z.array(singleVoice).min(2, 'any_or_all|any needs at least two voices.') })

/**
 * One voice: any of some parties, each of some (distinct persons when so said), a body by resolution, or any of several
 * such voices: the head, or the governing body by resolution.
 */
const voice = oneOf(NO_VOICE, [anyOf, allOf, byBody, anyVoice])
export type Voice = z.infer<typeof voice>

/** Who decides: one voice, or several in order. */
const voices = oneOf(
  'any_or_all|Write { any_of: […] }, { all_of: […] }, { body: party/… }, { any: […] } or { in_order: […] }.',
  [anyOf, allOf, byBody, anyVoice, z.strictObject({ in_order: z.array(voice).min(2) })],
)
export type Voices = z.infer<typeof voices>

/** Who says yes. Never oneself: that is built in. */
export const decision = z.strictObject({
  says: text,
  by: voices,
  within: limit.optional(),
  silence: z.enum(['refused', 'open', 'agreed']).default('open'),
  lasts: amount.optional(),
  reason: z.enum(['required', 'on_refusal', 'optional']).default('on_refusal'),
  conditions: z.boolean().default(false),
  when: expression.optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Decision = z.infer<typeof decision>
