import { z } from 'zod'
import { oneOf } from './base.ts'

/** Where a value comes from: the policy states it, we read it so, or the school chose it. */
export const source = z.enum(['stated', 'inferred', 'school'])
export type Source = z.infer<typeof source>

/** One plain value. Lists keep their order. */
export const scalar = oneOf(
  'bad_value|Write a text, a number, "yes" or "no" in quotes, true or false, or a list of texts.',
  [z.string().max(4_000), z.number(), z.boolean(), z.array(z.string().max(400))],
)
export type Scalar = z.infer<typeof scalar>

/** A value that says where it comes from. An inferred or missing one must be confirmed before publishing. */
export const sourced = z.strictObject({
  value: scalar.optional(),
  source,
  confidence: z.enum(['high', 'medium', 'low']).optional(),
  bounds: z.strictObject({ least: z.number().optional(), most: z.number().optional() }).optional(),
})

/** A plain value (then it is stated), or one with its source. */
export const value = oneOf('bad_value|Write a value, or { value: …, source: stated }.', [scalar, sourced])
export type Value = z.infer<typeof value>
