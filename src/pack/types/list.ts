import { z } from 'zod'
import { id, oneOf, ref, text } from './base.ts'

/** The drawings by which somebody who cannot read yet may choose a value. */
const pictureNames = ['unkind', 'scary', 'stranger', 'picture', 'grownup', 'password', 'other'] as const
export type PictureId = (typeof pictureNames)[number]

/** One value of a code list. It may retire; it never vanishes. `under` makes the list a tree. */
export const listValue = z.strictObject({
  id,
  says: text,
  hint: text.optional(),
  under: id.optional(),
  retired: z.boolean().default(false),
  /** The kinds of people who are offered it where somebody chooses who may not be known; without it everybody is. */
  for: z.array(ref('party')).min(1, 'empty_list|Name at least one audience, or leave this out.').optional(),
  /** Pupils are offered it from this school year on. */
  from_year: z.int().min(0).max(15).optional(),
  picture: z.enum(pictureNames).optional(),
  /** Nothing may be uploaded, viewed or copied in a case of this value; its files are locked. */
  files: z.literal('never').optional(),
  /** The body or post that this value stands for, where a wait goes by what was chosen. */
  party: ref('party').optional(),
  /** Where a case of this value goes. */
  route: oneOf('bad_reference|Name flow/… or record/… here.', [ref('flow'), ref('record')]).optional(),
})

/** A code list: kinds, categories, markings. Values keep the order in which they are written. */
export const list = z.strictObject({
  says: text,
  ordered: z.boolean().default(false),
  combine: z.enum(['highest', 'lowest']).optional(),
  default: id.optional(),
  values: z.array(listValue).min(1, 'empty_list|Give at least one value.'),
})
export type ListValue = z.infer<typeof listValue>
