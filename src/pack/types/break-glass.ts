import { z } from 'zod'
import { ref } from './base.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** How long somebody may look in an emergency: never more than a day. */
const aWhile = z
  .string()
  .regex(/^(([1-9]|[1-5]\d) min|([1-9]|1\d|2[0-4]) h)$/, 'bad_time|Write at most a day: 30 min, 4 h or 24 h.')

/** Opening one in an emergency: somebody outside its circle, with a reason, for a while, and a second person looks at it. */
export const breakGlass = z.strictObject({
  /** Who may, although they do not see it: holders of posts. */
  who,
  /** How long it stays open to them. */
  for: aWhile,
  /** Who is told at once, and looks at it afterwards. */
  alerts: ref('party'),
  ...origin,
})
export type BreakGlass = z.infer<typeof breakGlass>
