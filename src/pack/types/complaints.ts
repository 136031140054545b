import { z } from 'zod'
import { ref } from './base.ts'
import { limit } from './time.ts'
import { origin } from './value.ts'

/** Complaints about how one was handled: heard by somebody who is in no way in it. */
export const complaints = z.strictObject({
  /** Posts, in their order: the first with a holder who is not in the case hears it. */
  heard_by: z.array(ref('party')).min(1, 'any_or_all|Name at least one post that hears it.'),
  /** By when whoever hears it answers. */
  within: limit,
  /** The body outside to which it goes when nobody of them is left. */
  else: ref('party'),
  ...origin,
})
