import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Until when somebody reads a record, and changes nothing, because they opened it in an emergency; null for everybody else. */
export async function onlyReadsUntil(tx: Tx, actor: PersonActor, recordId: string): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('app.record_reader as i')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'i.organisation_id').onRef('r.id', '=', 'i.record_id'),
    )
    .select('i.until')
    .where('i.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('i.record_id', '=', recordId)
    .where('i.person_id', '=', actor.personId)
    .where('i.because', '=', 'glass')
    .where(sql<boolean>`i.until > now()`)
    .where(sql<boolean>`not (r.circle = any (app.current_circles('all')))`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app.record_reader as o')
            .select('o.because')
            .whereRef('o.organisation_id', '=', 'i.organisation_id')
            .whereRef('o.record_id', '=', 'i.record_id')
            .whereRef('o.person_id', '=', 'i.person_id')
            .where('o.because', '<>', 'glass')
            .where(sql<boolean>`(o.until is null or o.until > now())`),
        ),
      ),
    )
    .executeTakeFirst()
  return row?.until == null ? null : Temporal.Instant.from(row.until)
}
