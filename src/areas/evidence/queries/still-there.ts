import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordAt } from './record-at.ts'

/**
 * Asks once more, right before files are given out, whether all of them may be: drawing the paper that goes with them takes a
 * while, in which a case may have become one whose files nobody may have.
 * @throws Refused when one was locked, destroyed or found malicious meanwhile.
 */
export async function assertStillThere(tx: Tx, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const { organisationId } = contextOf(tx).actor
  const records = await tx
    .selectFrom('app.evidence_item')
    .select('record_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...itemIds])
    .execute()
  const shut: boolean[] = []
  for (const { record_id: id } of records) {
    const { never, filesLocked } = await recordAt(tx, id)
    shut.push(never || filesLocked)
  }
  // The row policy shows no file of a locked record.
  const files = await tx
    .selectFrom('app.evidence_file')
    .select('evidence_id')
    .where('organisation_id', '=', organisationId)
    .where('evidence_id', 'in', [...itemIds])
    .where('erased_at', 'is', null)
    .where('scan', '<>', 'infected')
    .execute()
  if (shut.includes(true) || files.length < new Set(itemIds).size)
    throw new Refused(
      'evidence.changed',
      'Something changed while this was made: a file that was chosen can no longer be given out. Look at the evidence and make it again.',
    )
}
