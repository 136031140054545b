import { z } from 'zod'

const day = z.iso.date().or(z.literal('')).catch('').default('')
const word = z
  .string()
  .regex(/^[a-z0-9_]{0,90}$/)
  .catch('')
  .default('')

/** What an address of the trends says; anything else in it is taken for the usual. */
export const trendsQuery = z.object({
  by: word,
  kind: word,
  school: z.uuid().or(z.literal('')).catch('').default(''),
  from: day,
  to: day,
})
export type TrendsQuery = z.infer<typeof trendsQuery>
