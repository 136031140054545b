import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The schools at which the person who acts handles incidents by their post. */
export async function schoolsHandled(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('app.school')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(sql<boolean>`'incident:' || id::text = any ((select app.current_circles('all'))::text[])`)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
