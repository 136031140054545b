import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The names of people by their ids. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.person as p')
    .select(['p.id', sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name')])
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('p.id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
