import { z } from 'zod'
import { oneOf } from './base.ts'

const NO_GIVEN = 'bad_given|Name a field of the record, answers.<step>, or write { value: … }.'

/** Where a value comes from: a field of the record, the answer given at a step, or always the same. */
export const given = oneOf(NO_GIVEN, [
  z.string().regex(/^(answers\.)?[a-z][a-z0-9_]{0,59}$/, NO_GIVEN),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
])
export type GivenFrom = z.infer<typeof given>
