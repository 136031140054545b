import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Everybody who is in a record in any part: nobody opens what is about themselves, and nobody looks at who opened it. */
export async function everInIt(tx: Tx, recordId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.record_person')
    .select('person_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.flatMap((row) => row.person_id ?? [])
}
