import { z } from 'zod'
import { expression, oneOf, ref, text } from './base.ts'
import { valueType } from './field.ts'
import { personKinds } from './party.ts'
import { amount } from './time.ts'

/** The name of a fact: what it is about, a dot, and an id: `person.year`. */
export const factName = z
  .string()
  .regex(
    /^(person|school|class|device|account)\.[a-z][a-z0-9_]{0,59}$/,
    'bad_fact|Name a fact like person.year: person, school, class, device or account, a dot, and an id.',
  )

const common = {
  type: valueType,
  /** The kinds of people of whom it is asked; of everybody unless told. */
  of: z.array(z.enum(personKinds)).default([]),
  says: text.optional(),
  many: z.boolean().default(false),
  sensitive: z.boolean().default(false),
  seen_by: z.array(ref('party')).default([]),
}

/** Something an expression may use: brought by a source (`from`), or worked out (`is`). */
export const fact = oneOf('bad_fact|Say from (people, import, form, signal) or is (how it is worked out).', [
  z.strictObject({ from: z.enum(['people', 'import', 'form', 'signal', 'devices', 'accounts']), ...common }),
  z.strictObject({ is: expression, ...common }),
])
export type Fact = z.infer<typeof fact>

/** What another system tells Kept. */
export const signal = z.strictObject({
  says: text,
  about: z.enum(['person', 'account', 'device', 'class', 'school']),
  from: z.enum(['filter', 'monitoring', 'antivirus', 'directory', 'telephone', 'form', 'other']),
  at_most_one_per: amount.optional(),
})
