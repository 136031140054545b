import type { StoryTime } from './case-story.ts'

/** Who tells: a pupil of a year group, a parent of one, one of the staff, a governor, or nobody who says their name. */
export type Teller =
  | { readonly kind: 'pupil'; readonly year: number }
  | { readonly kind: 'parent'; readonly year: number }
  | { readonly kind: 'staff'; readonly number: number }
  | { readonly kind: 'governor' }
  | { readonly kind: 'anonymous' }

/** One line of the conversation: who writes, and how many hours after the line before. */
export interface StoryLine {
  readonly from: 'reporter' | 'school'
  readonly after: number
  readonly says: string
}

/** A concern as it was told and what came of it. */
export interface ConcernStory {
  readonly id: string
  readonly when: StoryTime
  readonly teller: Teller
  readonly worry: string
  readonly says: string
  readonly inDanger?: boolean
  readonly wantsAnswer?: boolean
  /** The posts whose holders it is about. */
  readonly about?: readonly string[]
  readonly lines?: readonly StoryLine[]
  /** What those who look after it note for each other. */
  readonly note?: string
  /** How it ended: answered and closed, made a case of, or still with somebody, or waiting. */
  readonly ends:
    | { readonly closed: string; readonly answer: string }
    | { readonly incident: string }
    | 'taken'
    | 'waiting'
  /** Whose answer it is; the E-Safety Co-ordinator unless told. */
  readonly by?: string
}
