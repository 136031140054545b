import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who gave a concern to the one who has it, and when; null where they took it themselves. */
export async function givenBy(
  tx: Tx,
  concern: { readonly id: string; readonly takenById: string | null },
): Promise<{ readonly name: string; readonly at: Temporal.Instant } | null> {
  if (concern.takenById === null) return null
  const row = await tx
    .selectFrom('app.concern_assignment as a')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.given_by'),
    )
    .select(['a.person_id', 'a.given_by', 'a.given_at'])
    .select(sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
    .where('a.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('a.concern_id', '=', concern.id)
    .orderBy('a.given_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.person_id !== concern.takenById || row.given_by === row.person_id) return null
  return { name: row.name, at: Temporal.Instant.from(row.given_at) }
}
