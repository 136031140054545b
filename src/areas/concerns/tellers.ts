/** Who tells, as the public page asks it. Pupils by age band: other words, other choices. */
export const TELLERS = ['young', 'middle', 'older', 'parent', 'staff', 'someone'] as const
export type Teller = (typeof TELLERS)[number]

/** The page's size and words for a teller. */
export const audienceOf = (teller: Teller): 'young' | 'middle' | 'public' =>
  teller === 'young' || teller === 'middle' ? teller : 'public'

const LAST_YOUNG = 2
const LAST_MIDDLE = 6

/** The band of a pupil by year group: Reception is 0. Somebody without a year gets the words for older pupils. */
export function bandOf(yearGroup: number | null): Teller {
  if (yearGroup === null || yearGroup > LAST_MIDDLE) return 'older'
  return yearGroup <= LAST_YOUNG ? 'young' : 'middle'
}

/** The last school year of a band of pupils; null for somebody who is no pupil. */
export function oldestOf(teller: Teller): number | null {
  if (teller === 'young') return LAST_YOUNG
  if (teller === 'middle') return LAST_MIDDLE
  return teller === 'older' ? Number.POSITIVE_INFINITY : null
}

/** How a teller without a name is kept: never more than what kind of person it is. */
export const reporterKindOf = (teller: Teller): 'pupil' | 'parent' | 'staff' | 'anonymous' =>
  teller === 'parent' || teller === 'staff' ? teller : teller === 'someone' ? 'anonymous' : 'pupil'
