import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Shuts a record to whoever opened it in an emergency, now. Run as the system. */
export async function shutGlass(tx: Tx, recordId: string, personId: string): Promise<void> {
  await tx
    .updateTable('app.record_reader')
    .set({ until: sql<string>`least(until, now())` })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('person_id', '=', personId)
    .where('because', '=', 'glass')
    .execute()
}
