import type { CaseStory, StoryPerson, StoryTime } from './case-story.ts'

/** So many school days ago, at a time of that day. */
export const ago = (daysAgo: number, at: string): StoryTime => ({ daysAgo, at })

/** A pupil of a year group in a part; `nth` tells two of the same year apart. */
export const pupil = (part: string, year: number, nth = 0): StoryPerson => ({ part, who: { year, nth } })

/** One of the staff without a post, in a part. */
export const staff = (part: string, number = 0): StoryPerson => ({ part, who: { staff: number } })

/** Somebody of whom only words are known. */
export const somebody = (part: string, words: string): StoryPerson => ({ part, who: { words } })

/** The way of an incident that is not illegal and in which a child is part. */
export const CHILDREN: CaseStory['answers'] = {
  triage: 'not_illegal',
  aimed_at_staff: 'no',
  staff_q: 'no',
  child_in_it: 'yes',
  others: 'no',
  sanction: ['support'],
  serious: 'no',
}

/** The same where a sanction and support follow. */
export const BOTH = { ...CHILDREN, sanction: ['sanction', 'support'] } as const

/** The same where it is serious. */
export const BOTH_SERIOUS = { ...BOTH, serious: 'yes' } as const

/** The way of an incident that is aimed at staff or the school. */
export const AT_SCHOOL: CaseStory['answers'] = { triage: 'not_illegal', aimed_at_staff: 'yes', chair: 'neither' }

/** What stands in the log when it happened on the school's own equipment. */
export const ON_SCHOOL = { owner: 'school', technology: ['websites'] } as const

/** What stands in the log when it happened on phones of their own. */
export const ON_PHONES = {
  device: 'The pupils’ own phones',
  owner: 'pupil',
  technology: ['phones', 'messaging'],
} as const
