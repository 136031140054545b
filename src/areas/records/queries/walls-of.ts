import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who is walled off from a record. Asked as the system: everybody else sees only their own wall. */
export async function wallsOf(tx: Tx, recordId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.record_wall')
    .select('person_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('lifted_at', 'is', null)
    .execute()
  return rows.map((row) => row.person_id)
}
