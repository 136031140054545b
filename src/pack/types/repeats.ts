import { z } from 'zod'
import { origin } from './value.ts'

const NO_SPAN = 'bad_time|Write days, weeks or months, like 6 weeks.'

/** From when on a pupil who is in several of them is pointed out: small things that are one pattern. */
export const repeats = z.strictObject({
  /** In how many a pupil has to be, in whatever part. */
  cases: z.number().int().min(2, 'bad_value|Write 2 or more: one is no pattern.').max(50),
  /** Within how long: days, weeks or months. */
  within: z.string().regex(/^(1 (day|week|month)|([2-9]|[1-9]\d|[1-3]\d\d) (days|weeks|months))$/, NO_SPAN),
  ...origin,
})
