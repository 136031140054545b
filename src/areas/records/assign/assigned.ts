import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who looks after a record, since when, and who gave it to them. */
export interface Assigned {
  readonly recordId: string
  readonly personId: string
  readonly name: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** Who looks after these records now, as far as whoever asks may read them. */
export async function assignedNow(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Assigned>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.record_assignment as a')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .innerJoin('app.person as g', (join) =>
      join.onRef('g.organisation_id', '=', 'a.organisation_id').onRef('g.id', '=', 'a.given_by'),
    )
    .select(['a.record_id', 'a.person_id', 'a.given_at'])
    .select([
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'),
      sql<string>`trim(coalesce(g.preferred_name, g.given_name) || ' ' || g.family_name)`.as('by'),
    ])
    .where('a.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('a.record_id', 'in', [...ids])
    .where('a.ended_at', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.record_id,
      {
        recordId: row.record_id,
        personId: row.person_id,
        name: row.name,
        by: row.by,
        at: Temporal.Instant.from(row.given_at),
      },
    ]),
  )
}
