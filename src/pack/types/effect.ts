import { z } from 'zod'
import { expression, id, oneOf, ref, text } from './base.ts'
import { given } from './given.ts'
import { scalar } from './value.ts'
import { who } from './who.ts'

/** The word for the evidence of a case in `hold` and `release`: it is kept beyond its time while the work goes on. */
export const EVIDENCE = 'evidence'

const reader = oneOf('bad_reader|A letter is to: subject, parents, opener or a party.', [
  z.enum(['subject', 'parents', 'opener']),
  ref('party'),
])

const common = { for: who.optional(), when: expression.optional() }

/** What a step, answer or action does. A closed list: nothing else can happen by itself. */
export const effect = oneOf(
  'bad_effect|Say one of: open, close, lend, hold, release, start, notify, list, unlist, lock, letter, set.',
  [
    z.strictObject({ open: ref('guard'), ...common }),
    z.strictObject({ close: ref('guard'), until: id.optional(), ...common }),
    z.strictObject({ lend: id, ...common }),
    // A field of the record that names a thing, or the word evidence.
    z.strictObject({ hold: id, ...common }),
    z.strictObject({ release: id, ...common }),
    z.strictObject({
      start: ref('duty', 'record', 'flow', 'assent', 'action', 'exception', 'notify'),
      /** What stands in the fields of an exception that begins: it is asked for by nobody who could fill them in. */
      with: z.record(id, given).optional(),
      ...common,
    }),
    z.strictObject({ notify: who, says: text.optional(), when: expression.optional() }),
    z.strictObject({ list: ref('record'), ...common }),
    z.strictObject({ unlist: ref('record'), ...common }),
    z.strictObject({
      lock: z.enum(['files', 'record', 'account']),
      held_by: ref('party').optional(),
      until: id.optional(),
      ...common,
    }),
    z.strictObject({
      letter: ref('document'),
      /** Who it is for; left out, whom it is about. `parents` are those with parental responsibility. */
      to: reader.optional(),
      /** What stands in the places of the letter that nobody knows without being told. */
      with: z.record(id, given).optional(),
      ...common,
    }),
    z.strictObject({ set: id, to: scalar, when: expression.optional() }),
  ],
)
export type Effect = z.infer<typeof effect>
