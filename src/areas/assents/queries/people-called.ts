import { sql } from 'kysely'
import { belongingNow } from '#areas/people/index.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The people of a school who are called so, by the name that they use or the one in the register. Run as the system. */
export async function peopleCalled(tx: Tx, schoolId: string, name: string): Promise<string[]> {
  const wanted = name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  if (wanted === '') return []
  const rows = await belongingNow(tx)
    .select('p.id')
    .distinct()
    .where('m.school_id', '=', schoolId)
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
