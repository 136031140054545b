import { sql } from 'kysely'
import { systemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import { removeUnneeded } from '../commands/hold-content.ts'

/**
 * Erases the file of an item whose destruction two people signed, unless the evidence has been held since. A locked file goes
 * unseen: the database marks it, and says only which content nothing needs any more.
 */
export const eraseTask =
  (parts: Parts): JobTask =>
  async ({ organisationId, evidenceId }) => {
    const system = systemActor(organisationId, 'evidence/erase')
    const sha256 = await parts.db.inTx(system, (tx) => markErased(tx, String(evidenceId)))
    // After the commit: a file that is gone must never have a row that says it is there. What a crash leaves here, the sweep finds.
    if (sha256 !== null) await removeUnneeded(parts, system, sha256)
  }

/** Marks the file and says which content it was; null when there is nothing to erase. */
async function markErased(tx: Tx, evidenceId: string): Promise<string | null> {
  const { rows } = await sql<{
    content: string | null
  }>`select app.mark_evidence_erased(${evidenceId}::uuid, ${nowText(tx)}::timestamptz) as content`.execute(tx)
  const content = rows[0]?.content ?? null
  if (content === null) return null
  const item = await tx
    .selectFrom('app.evidence_item')
    .select('record_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', evidenceId)
    .executeTakeFirstOrThrow()
  recordEvent(tx, { code: 'evidence.erased', subject: { kind: 'evidence', id: evidenceId }, recordId: item.record_id })
  return content
}
