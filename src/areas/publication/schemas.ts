import { z } from 'zod'
import { READERS } from './readers.ts'

/** A day in an address. */
export const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text))

/** What one may ask of the text. */
export const textQuery = z.object({
  words: z
    .string()
    .max(200)
    .catch('')
    .transform((words) => words.trim()),
  for: z.enum(READERS).nullable().catch(null).default(null),
  version: z.coerce.number().int().positive().nullable().catch(null).default(null),
})

/** For a page that tells versions of one day apart. */
export const versionQuery = textQuery.pick({ version: true })

/** Whose summary, poster or letter. */
export const reader = z.enum(READERS)
