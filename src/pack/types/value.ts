import { z } from 'zod'
import { oneOf, range, ref } from './base.ts'

/** Where a value comes from: the policy states it, we read it so, or the school chose it. */
export const source = z.enum(['stated', 'inferred', 'school'])
export type Source = z.infer<typeof source>

/** How sure whoever read the policy is of a value. */
const confidence = z.enum(['high', 'medium', 'low'])

/** Where a thing comes from and how sure that is: beside whatever the policy does not state in so many words. */
export const origin = { source: source.optional(), confidence: confidence.optional() }

/** Stands for the value of a setting, wherever the school sets what is carried out. */
export const settingRef = z.strictObject({ setting: ref('setting') })
export type SettingRef = z.infer<typeof settingRef>

/** One plain value. Lists keep their order. */
export const scalar = oneOf(
  'bad_value|Write a text, a number, "yes" or "no" in quotes, true or false, or a list of texts.',
  [z.string().max(4_000), z.number(), z.boolean(), z.array(z.string().max(400))],
)
export type Scalar = z.infer<typeof scalar>

/** A value that says where it comes from. An inferred or missing one must be confirmed before publishing. */
const sourced = z.strictObject({
  value: scalar.optional(),
  source,
  confidence: confidence.optional(),
  bounds: z.strictObject({ least: z.number().optional(), most: z.number().optional() }).optional(),
})

/** A plain value (then it is stated), or one with its source. */
export const value = oneOf('bad_value|Write a value, or { value: …, source: stated }.', [scalar, sourced])

/** A value, or the setting that holds it. */
export const valueOrSetting = oneOf(
  'bad_value|Write a value, { value: …, source: stated } or { setting: setting/… }.',
  [scalar, sourced, settingRef],
)
export type ValueOrSetting = z.infer<typeof valueOrSetting>

/** A count such as `2`, a range such as `1..` or `2..4`, or the setting that holds it. */
export const count = oneOf('bad_range|Write a count like "2", "1.." or "2..4", or { setting: setting/… }.', [
  range,
  settingRef,
])
export type Count = z.infer<typeof count>
