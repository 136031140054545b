import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The schools of the organisation by name. */
export async function readSchools(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('app.school')
    .select(['id', 'name'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
