import { z } from 'zod'
import { expression, id, oneOf, ref, text } from './base.ts'
import { scalar } from './value.ts'
import { who } from './who.ts'

const common = { for: who.optional(), when: expression.optional() }

/** What a step, answer or action does. A closed list: nothing else can happen by itself. */
export const effect = oneOf(
  'bad_effect|Say one of: open, close, lend, hold, release, start, notify, list, unlist, lock, letter, set.',
  [
    z.strictObject({ open: ref('guard'), ...common }),
    z.strictObject({ close: ref('guard'), until: id.optional(), ...common }),
    z.strictObject({ lend: id, ...common }),
    z.strictObject({ hold: id, ...common }),
    z.strictObject({ release: id, ...common }),
    z.strictObject({ start: ref('duty', 'record', 'flow', 'assent', 'action'), ...common }),
    z.strictObject({ notify: who, says: text.optional(), when: expression.optional() }),
    z.strictObject({ list: ref('record'), ...common }),
    z.strictObject({ unlist: ref('record'), ...common }),
    z.strictObject({ lock: z.enum(['files', 'record', 'account']), ...common }),
    z.strictObject({ letter: ref('document'), ...common }),
    z.strictObject({ set: id, to: scalar, when: expression.optional() }),
  ],
)
export type Effect = z.infer<typeof effect>
