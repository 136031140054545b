import { z } from 'zod'
import { id, oneOf } from './base.ts'

const NO_GIVEN = 'bad_given|Name a field of the record, answers.<step>, or write { value: … }.'

/** Where a value comes from: a field of the record, the answer given at a step, or always the same. */
export const given = oneOf(NO_GIVEN, [
  z.string().regex(/^(answers\.)?[a-z][a-z0-9_]{0,59}$/, NO_GIVEN),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
])
export type GivenFrom = z.infer<typeof given>

const NO_COLUMN =
  'bad_given|Name a field of the record, answers.<step>, { value: … }, { earlier: same }, { earlier: any } or { person: kind }.'

/** How often something of the kind was decided about the same person before, as the software counts it. */
export const earlier = z.strictObject({
  /** `same`: the table was applied with the same in its other columns. `any`: whatever they said. */
  earlier: z.enum(['same', 'any']),
  /** The part in which they stand in both cases. Left out: in any one part, the same in both. */
  part: id.optional(),
  /** More than so many count as so many, so that a row can say: twice or more. */
  up_to: z.int().min(1).optional(),
})
export type EarlierFrom = z.infer<typeof earlier>

/** What kind of person it is about: pupil, parent, staff, governor, visitor or volunteer. */
const personKind = z.strictObject({ person: z.literal('kind') })

/** Where the value of a column of a table comes from. */
export const column = oneOf(NO_COLUMN, [
  z.string().regex(/^(answers\.)?[a-z][a-z0-9_]{0,59}$/, NO_COLUMN),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  earlier,
  personKind,
])
export type ColumnFrom = z.infer<typeof column>
