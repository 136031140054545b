import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Holding } from '../posts/post-lines.ts'

/** Who holds which post today, by name, each with the school for which they hold it. */
export async function readHolders(tx: Tx): Promise<Holding[]> {
  const rows = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .leftJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'h.organisation_id').onRef('s.id', '=', 'h.school_id'),
    )
    .select(['h.id', 'h.post', 'h.person_id', 'h.school_id', 'h.from_on', 's.name as school', NAME.as('name')])
    .where('h.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('h.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .orderBy('p.family_name')
    .orderBy('h.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    post: row.post,
    personId: row.person_id,
    name: row.name,
    schoolId: row.school_id,
    school: row.school,
    fromOn: row.from_on,
  }))
}

const MOST = 2_000
const NAME = sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`
