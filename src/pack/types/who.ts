import { z } from 'zod'
import { expression, oneOf, ref } from './base.ts'

/** People known only from the matter at hand. */
export const inCase = [
  'opener', // who opened the record
  'reporter', // who told the school
  'handler', // who is working the case now
  'subject', // whom the record, duty or agreement is about
  'person', // the person of this turn, inside for_each
  'parents', // who may act for the subject or person
  'class_teachers', // of the subject or person
  'chosen', // whom the reporter chose to tell, where a rule lets them choose
  'named_in_case', // anybody named in the case in a part that keeps them out
] as const

/** One party, or somebody known from the case. */
export const one = oneOf(`bad_party|Name party/… or one of: ${inCase.join(', ')}.`, [ref('party'), z.enum(inCase)])
export type One = z.infer<typeof one>

/** Who: one party, or several with the word any or all. */
export const who = oneOf(
  'any_or_all|Name party/…, or several as { any_of: […] } (one is enough) or { all_of: […] } (each must).',
  [
    one,
    z.strictObject({ any_of: z.array(one).min(2, 'any_or_all|any_of needs at least two.') }),
    z.strictObject({ all_of: z.array(one).min(2, 'any_or_all|all_of needs at least two.') }),
  ],
)
export type Who = z.infer<typeof who>

/** Who in one case; the last of several lines has no condition and says who otherwise. */
const whoCase = z.strictObject({ when: expression.optional(), who })

/** Who, or who in which case: the first line whose condition holds. What is not known holds for nobody. */
export const whoByCase = oneOf(
  'any_or_all|Name party/…, several as { any_of: […] } or { all_of: […] }, or lines [{ when: …, who: … }, { who: … }].',
  [
    one,
    z.strictObject({ any_of: z.array(one).min(2, 'any_or_all|any_of needs at least two.') }),
    z.strictObject({ all_of: z.array(one).min(2, 'any_or_all|all_of needs at least two.') }),
    z.array(whoCase).min(2, 'any_or_all|One line needs no condition: write who it is, without a list.'),
  ],
)
export type WhoByCase = z.infer<typeof whoByCase>
