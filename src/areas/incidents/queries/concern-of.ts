import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The concern from which a case was opened, and when it was told, if its reader may see it. */
export async function concernOf(
  tx: Tx,
  recordId: string,
): Promise<{ readonly id: string; readonly toldAt: Temporal.Instant } | null> {
  const row = await tx
    .selectFrom('app.concern')
    .select(['id', 'told_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('told_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, toldAt: Temporal.Instant.from(row.told_at) }
}
