import { z } from 'zod'
import { clauseId, expression, id, oneOf, ref, text } from './base.ts'
import { origin, scalar } from './value.ts'

/** What a field may hold, beside a list, a look-up in a record, or the holder of a party. */
const plainTypes = [
  'text',
  'long_text',
  'integer',
  'number',
  'money',
  'yes_no',
  'boolean',
  'date',
  'time',
  'datetime',
  'email',
  'phone',
  'url',
  'person',
  'people',
  'class',
  'school',
  'site',
  'place',
  'device',
  'account',
  'law',
  'signature',
  'file',
  'reference',
] as const

/** The type of a field or fact. */
export const valueType = oneOf(`bad_type|Use one of ${plainTypes.join(', ')}, or list/…, record/…, party/….`, [
  z.enum(plainTypes),
  ref('list', 'record', 'party'),
])
export type ValueType = z.infer<typeof valueType>

/** One question of a form. Forms keep the order in which their fields are written. */
export const field = z.strictObject({
  id,
  asks: text,
  hint: text.optional(),
  type: valueType,
  required: z.boolean().default(true),
  many: z.boolean().default(false),
  when: expression.optional(),
  where: expression.optional(),
  default: scalar.optional(),
  /** Not asked when a record is opened: whoever handles it fills it in when it is known. Only in the form of a record. */
  later: z.literal(true).optional(),
  /** For a yes/no question: the only answer that is taken. Another is refused at once, with the words of `refusal`. */
  must: z.enum(['yes', 'no']).optional(),
  /** What is said to whoever gives the other answer. */
  refusal: text.optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  /** For person and people: the part, or the parts to choose from, in which they are named. */
  parts: z.array(id).optional(),
  sensitive: z.boolean().default(false),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Field = z.infer<typeof field>
