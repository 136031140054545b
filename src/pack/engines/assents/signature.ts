import type { Scalar } from '../../types/value.ts'

/** One thing that somebody did about an assent. Nothing is overwritten: a change of mind is one more of these. */
export interface Signature {
  readonly person: string
  readonly at: string
  readonly says: 'agreed' | 'refused' | 'withdrawn'
  /** The version of the text that they saw. */
  readonly version: string
  /** For whom they signed, when that person could not. */
  readonly onBehalfOf?: string
  /** What else stands on the slip: an end date, a job title. */
  readonly fields?: Readonly<Record<string, Scalar>>
  /** What is left of a yes after they took back some of its statements: it keeps its own time. */
  readonly inPart?: boolean
}

/** How it stands around the signatures of one assent about one person. */
export interface AssentFacts {
  /** When it was last asked; null when it has not been. */
  readonly askedAt: string | null
  /** By when an answer was wanted; left out, the time of the first reminder. */
  readonly dueAt?: string | null
  /** The version in force. */
  readonly version: string
  /** Since when only a new answer counts: the last material change, or the occasion that suspended it. */
  readonly reaskedAt?: string | null
  readonly suspended?: boolean
  /** The first day for which it was asked, when that is later than the signature: next year's rules, sent in July. */
  readonly startsOn?: string | null
  /** When the enrolment, the post or the occasion ended. */
  readonly endedAt?: string | null
  /** Excused from signing, always with a reason. */
  readonly excused?: boolean
  /** For objection: when the letter went, after which silence may count. */
  readonly letterAt?: string | null
}
