import { z } from 'zod'
import { id, oneOf, ref, text } from './base.ts'
import { event } from './event.ts'
import { every } from './time.ts'
import { who } from './who.ts'

/** A day, written 2016-03-14. */
const date = z.iso.date('bad_day|Write a day like 2016-03-14.')

/** A stage on the way to publication. */
const stage = oneOf('bad_stage|A stage is draft, published, { ask: assent/… } or { decision: decision/… }.', [
  z.enum(['draft', 'published']),
  z.strictObject({ ask: ref('assent') }),
  z.strictObject({ decision: ref('decision') }),
])

/** This policy, its annexes, linked policies, law and guidance, letters with merge fields. */
export const document = z.strictObject({
  says: text,
  kind: z.enum(['policy', 'annex', 'linked', 'guidance', 'law', 'letter', 'poster']),
  body: text.optional(),
  /** Names in {braces} that a letter fills in. */
  merge: z.array(id).default([]),
  owner: who.optional(),
  binds: z.array(ref('party')).default([]),
  /** Whom it tells where to turn for help: shown to them when they look for it. */
  helps: z.array(ref('party')).default([]),
  places: z.array(z.enum(['on_site', 'off_site', 'online'])).default([]),
  stages: z.array(stage).default([]),
  review: z
    .strictObject({
      every,
      from: z.enum(['approved', 'published']).default('approved'),
      sooner_on: z.array(event).default([]),
    })
    .optional(),
  /** A file of the school's own stands for it. Required: without one there is no evidence that the document is there. */
  attach: z.enum(['required', 'optional']).optional(),
  /** Anybody may read the attached file, where the school's policy page is open. */
  public: z.literal(true).optional(),
  /** When the version that the pack was made from was approved, and until when it had to be reviewed: no review is due later. */
  approved_on: date.optional(),
  review_due: date.optional(),
  change_note: z.enum(['required', 'optional']).optional(),
  local: z.array(id).default([]),
})
export type Document = z.infer<typeof document>
