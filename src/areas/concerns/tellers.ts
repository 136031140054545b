/** Who tells, as the public page asks it. Pupils by age band: other words, other choices. */
export const TELLERS = ['young', 'middle', 'older', 'parent', 'staff', 'someone'] as const
export type Teller = (typeof TELLERS)[number]

/** The page's size and words for a teller. */
export const audienceOf = (teller: Teller): 'young' | 'middle' | 'public' =>
  teller === 'young' || teller === 'middle' ? teller : 'public'

/** The band of a pupil by year group: Reception is 0. Somebody without a year gets the words for older pupils. */
export function bandOf(yearGroup: number | null): Teller {
  if (yearGroup === null || yearGroup > 6) return 'older'
  return yearGroup <= 2 ? 'young' : 'middle'
}

/** How a teller without a name is kept: never more than what kind of person it is. */
export const reporterKindOf = (teller: Teller): 'pupil' | 'parent' | 'staff' | 'anonymous' =>
  teller === 'parent' || teller === 'staff' ? teller : teller === 'someone' ? 'anonymous' : 'pupil'
