import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The concern from which a case was opened, if its reader may see it. */
export async function concernOf(tx: Tx, recordId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.concern')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('told_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
