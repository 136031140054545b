import { z } from 'zod'
import { id } from './base.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** Opening a closed one again, with a reason. */
export const reopening = z.strictObject({
  /** Who may; left out, whoever handles it. */
  by: who.optional(),
  /** The step of the record itself at which it goes on; that step and what follows it are done once more. */
  step: id,
  ...origin,
})
