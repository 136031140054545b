import { z } from 'zod'

/** What the records area queues when a record was opened, changed or closed. */
export const recordMoment = z.object({ recordId: z.uuid(), moment: z.string() })

/** What a rule queues for the moment at which it chases. */
export const chasePayload = z.object({
  rule: z.string().startsWith('notify/'),
  subjectKind: z.enum(['concern', 'record']),
  subjectId: z.uuid(),
})
