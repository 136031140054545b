import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const MOST = 500

/** The adults of a school who may be named in a concern, by name. */
export async function staffToName(tx: Tx, schoolId: string): Promise<{ id: string; name: string }[]> {
  const rows = await tx
    .selectFrom('app.person as p')
    .select(['p.id', sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name')])
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('app.person_membership as m')
          .select('m.id')
          .whereRef('m.organisation_id', '=', 'p.organisation_id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.school_id', '=', schoolId)
          .where('m.kind', 'in', ['staff', 'governor', 'volunteer'])
          .where('m.until_on', 'is', null),
      ),
    )
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .orderBy('p.id')
    .limit(MOST)
    .execute()
  return rows
}
