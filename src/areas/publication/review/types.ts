import type { Third } from '#core/calendar/thirds.ts'
import type { ShownCounts, ShownTable } from '#core/small-numbers.ts'

export const STATES = ['kept', 'due', 'late', 'broken', 'none', 'published', 'notyet'] as const
export type ReviewState = (typeof STATES)[number]

/** A version that began in the period. */
export interface ReviewVersion {
  readonly number: number
  readonly inForceOn: Temporal.PlainDate
  readonly note: string
  readonly approval: string | null
  readonly material: boolean | null
}

/** How the promises of a section stand today. */
export interface ReviewSection {
  readonly title: string
  readonly counts: Readonly<Record<ReviewState, number>>
}

/** A promise that is late or broken today. */
export interface ReviewOpen {
  readonly clause: string
  readonly says: string
  readonly state: 'late' | 'broken'
  readonly since: Temporal.PlainDate | null
}

/** What became of one duty in the period. */
export interface ReviewDuty {
  readonly says: string
  readonly clauses: readonly string[]
  readonly inTime: number
  readonly late: number
  readonly missed: number
  readonly open: number
}

/** Counts by name over the thirds that are told. */
export interface ReviewTable {
  readonly school: string
  readonly names: readonly string[]
  readonly shown: ShownTable
}

/** How long those waited at a school who told us something, by third. */
export interface ReviewWaits {
  readonly school: string
  readonly rows: readonly { readonly what: string; readonly cells: readonly string[] }[]
}

/** How an agreement stands today: signed, waiting, not agreed to. */
export interface ReviewAgreement {
  readonly says: string
  readonly shown: ShownCounts
}

/** What was said to a draft, by audience. */
export interface ReviewComments {
  readonly draft: string
  readonly until: Temporal.PlainDate
  readonly audiences: readonly string[]
  readonly shown: ShownCounts
}

/** What a period brought. Nobody is named in it, and no free text of a record stands in it. */
export interface Review {
  readonly organisation: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  /** Before this day nothing is recorded. */
  readonly recordedSince: Temporal.PlainDate
  readonly policy: { readonly title: string; readonly number: number }
  readonly versions: readonly ReviewVersion[]
  readonly sections: readonly ReviewSection[]
  readonly open: readonly ReviewOpen[]
  readonly duties: readonly ReviewDuty[]
  readonly caseDuties: readonly ReviewTable[]
  readonly agreements: readonly ReviewAgreement[]
  readonly thirds: readonly Third[]
  readonly incidents: readonly ReviewTable[]
  readonly concerns: readonly ReviewTable[]
  readonly waits: readonly ReviewWaits[]
  readonly comments: readonly ReviewComments[]
  readonly seal: { readonly seq: number; readonly short: string }
}
