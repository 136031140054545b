import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Whether somebody reads a record only because they hear a complaint about how it was handled: they change nothing in it. */
export async function hearsOnly(tx: Tx, actor: PersonActor, record: { id: string; circle: string }): Promise<boolean> {
  const rows = await tx
    .selectFrom('app.record_reader')
    .select(['because', sql<boolean>`${record.circle} = any (app.current_circles('all'))`.as('own')])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', record.id)
    .where('person_id', '=', actor.personId)
    .where(sql<boolean>`(until is null or until > now())`)
    .execute()
  return rows.length > 0 && rows.every((row) => row.because === 'complaint' && !row.own)
}
