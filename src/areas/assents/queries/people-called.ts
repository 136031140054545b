import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The people of a school who are called so, by the name that they use or the one in the register. Run as the system. */
export async function peopleCalled(tx: Tx, schoolId: string, name: string): Promise<string[]> {
  const wanted = name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  if (wanted === '') return []
  const rows = await tx
    .selectFrom('app.person as p')
    .innerJoin('app.person_membership as m', (join) =>
      join.onRef('m.organisation_id', '=', 'p.organisation_id').onRef('m.person_id', '=', 'p.id'),
    )
    .select('p.id')
    .distinct()
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.school_id', '=', schoolId)
    .where('m.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb(sql`lower(p.given_name || ' ' || p.family_name)`, '=', wanted),
        eb(sql`lower(p.preferred_name || ' ' || p.family_name)`, '=', wanted),
      ]),
    )
    .orderBy('p.id')
    .execute()
  return rows.map((row) => row.id)
}
