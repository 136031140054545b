/** A change of the policy that somebody suggested, and what became of it. */
export interface Suggestion {
  readonly id: string
  readonly clause: string | null
  readonly says: string
  readonly why: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly state: string
  /** Why it was turned down. */
  readonly reason: string | null
  /** The draft into which it was taken. */
  readonly draft: { readonly id: string; readonly title: string } | null
}
