import { z } from 'zod'
import { oneOf, text } from './base.ts'
import { amountSaying } from './time.ts'
import { settingRef } from './value.ts'
import { who } from './who.ts'

const NO_LATE = 'bad_time|Write due, or a time after it like 1 day.'

/** What happens when something is not done in time: at the due time or so long after it. */
export const late = z.strictObject({
  at: oneOf(NO_LATE, [z.literal('due'), amountSaying(NO_LATE), settingRef]),
  notify: who.optional(),
  says: text.optional(),
  /** The late work can be closed only with a reason. */
  needs: z.literal('reason').optional(),
})
export type Late = z.infer<typeof late>
