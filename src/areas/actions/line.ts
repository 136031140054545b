/** An action or an exception as its list shows it. */
export interface Line {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly people: string | null
  readonly openedAt: Temporal.Instant
  readonly inForce: boolean
  readonly from: Temporal.Instant | null
  readonly until: Temporal.Instant | null
  /** The step that is open, and by when it is due. */
  readonly step: string | null
  readonly due: Temporal.Instant | null
  /** What an exception lifts, in the policy's words. */
  readonly lifts: string | null
  /** The case that it follows from, as far as the reader may know of it. */
  readonly caseId: string | null
  readonly caseReference: string | null
}
