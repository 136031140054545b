/** A record that follows from a case, as the case shows it. */
export interface FollowingLine {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly title: string
  readonly state: string
  /** Whom it is for. */
  readonly people: string | null
  readonly step: string | null
  readonly due: Temporal.Instant | null
  /** It is in force; until when, if its end is known. */
  readonly inForce: boolean
  readonly until: Temporal.Instant | null
}
