import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The numbers of some records, the oldest first, as far as whoever asks may see them. */
export async function referencesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.record')
    .select(['id', 'reference'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', [...ids])
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.id, row.reference]))
}
