import { z } from 'zod'
import { id, text } from './base.ts'

/** A place of the organisation's own tree: a school, a site. A site may stand in several schools. */
export const place = z.strictObject({
  says: text,
  /** One of `levels`. */
  level: id,
  /** The places that it belongs to: of a site, its school or schools. */
  in: z.array(id).default([]),
})
export type PlaceOfPack = z.infer<typeof place>
