import { isHeld } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import { isNeeded } from '../queries/is-needed.ts'

/** Erases the file of an item whose destruction two people signed, unless the evidence has been held since. */
export const eraseTask =
  (parts: Parts): JobTask =>
  async ({ organisationId, evidenceId }) => {
    const system = systemActor(organisationId, 'evidence/erase')
    const sha256 = await parts.db.inTx(system, (tx) => markErased(tx, String(evidenceId)))
    // After the commit: a file that is gone must never have a row that says it is there.
    if (sha256 !== null) await parts.files.evidence.remove(organisationId, sha256)
  }

/** Says which content no item needs any more; null when there is nothing to erase. */
async function markErased(tx: Tx, evidenceId: string): Promise<string | null> {
  const organisationId = contextOf(tx).actor.organisationId
  const file = await tx
    .selectFrom('app.evidence_file')
    .select(['sha256', 'record_id', 'erased_at'])
    .where('organisation_id', '=', organisationId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  if (file === undefined || (await isHeld(tx, file.record_id))) return null
  if (file.erased_at === null) {
    await tx
      .updateTable('app.evidence_file')
      .set({ erased_at: nowText(tx) })
      .where('organisation_id', '=', organisationId)
      .where('evidence_id', '=', evidenceId)
      .execute()
    recordEvent(tx, {
      code: 'evidence.erased',
      subject: { kind: 'evidence', id: evidenceId },
      recordId: file.record_id,
    })
  }
  return (await isNeeded(tx, file.sha256)) ? null : file.sha256
}
