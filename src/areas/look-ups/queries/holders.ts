import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Holder } from '../posts.ts'

/** Who holds which post, by name. */
export async function readHolders(tx: Tx): Promise<Holder[]> {
  const rows = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .leftJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'h.organisation_id').onRef('s.id', '=', 'h.school_id'),
    )
    .select([
      'h.post',
      'p.email',
      's.name as school',
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'),
    ])
    .where('h.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('h.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .orderBy('p.family_name')
    .orderBy('h.id')
    .execute()
  return rows.map(({ post, name, email, school }) => ({ post, name, email, school }))
}
