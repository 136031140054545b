import { newId } from '#core/ids.ts'
import { batches } from '#platform/database/batches.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** A line for one reader: that something waits, where, and why they are the one. */
export interface NewNotice {
  readonly readerId: string
  /** What caused it: `notify/<rule>`, or a code of ours. */
  readonly code: string
  readonly says: string
  readonly href: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** The post because of which the policy names this reader. */
  readonly party: string | null
  readonly clauses: readonly string[]
  readonly urgent: boolean
}

const LONGEST = 1000

/** Writes notices as they are: whoever sends letters of its own tells again what it told before. Run as the system. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  const { actor, clock } = contextOf(tx)
  const rows = notices.map((one) => ({
    organisation_id: actor.organisationId,
    id: newId(clock),
    reader_id: one.readerId,
    code: one.code,
    says: one.says.slice(0, LONGEST),
    href: one.href,
    subject_kind: one.subject.kind,
    subject_id: one.subject.id,
    party: one.party,
    clauses: [...one.clauses],
    urgent: one.urgent,
    written_at: nowText(tx),
  }))
  for (const part of batches(rows))
    await tx
      .insertInto('app.notice')
      .values([...part])
      .execute()
}
