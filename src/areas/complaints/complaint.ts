/** What whoever hears a complaint decided. */
export const outcomes = ['upheld', 'partly', 'not_upheld'] as const
export type Outcome = (typeof outcomes)[number]

/** A complaint about how a case was handled, as whoever hears it sees it. */
export interface Complaint {
  readonly id: string
  readonly recordId: string
  /** The number of the case. */
  readonly reference: string
  readonly caseHref: string
  readonly madeBy: string
  readonly says: string
  readonly madeOn: Temporal.PlainDate
  readonly heardAs: string | null
  /** Nobody was left: the body outside to which it went, and how. */
  readonly body: string | null
  readonly passedOn: string | null
  readonly dueAt: Temporal.Instant
  readonly answer: { readonly at: Temporal.Instant; readonly outcome: string; readonly says: string } | null
  /** Whether it waits for the one who asks. */
  readonly mine: boolean
}
