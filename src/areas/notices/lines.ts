/** One notice as its reader sees it. */
export interface NoticeLine {
  readonly id: string
  readonly says: string
  readonly href: string
  readonly party: string | null
  readonly clauses: readonly string[]
  readonly urgent: boolean
  readonly writtenAt: Temporal.Instant
  readonly read: boolean
}

/** One mail of the outbox. */
export interface MailLine {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly writtenAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
  readonly failure: string | null
}
