import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The people of the school who are in a record now, with their parts. */
export async function peopleNow(tx: Tx, recordId: string): Promise<{ personId: string; part: string }[]> {
  const rows = await tx
    .selectFrom('app.record_person')
    .select(['person_id', 'part'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => (row.person_id === null ? [] : [{ personId: row.person_id, part: row.part }]))
}
