import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** Somebody who was told of a case, and when. */
export interface Told {
  readonly name: string
  readonly says: string
  readonly at: Temporal.Instant
}

const MOST = 50

/** Who was told of a case, oldest first. Ask only for somebody who sees the case: the notices themselves belong to their readers. */
export async function whoWasTold(tx: Tx, recordId: string): Promise<Told[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.notice as n')
      .innerJoin('app.person as p', (join) =>
        join.onRef('p.organisation_id', '=', 'n.organisation_id').onRef('p.id', '=', 'n.reader_id'),
      )
      .leftJoin('app.record_notice as k', (join) =>
        join.onRef('k.organisation_id', '=', 'n.organisation_id').onRef('k.id', '=', 'n.subject_id'),
      )
      .select(['n.says', 'n.written_at'])
      .select(sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
      .where('n.organisation_id', '=', organisationId)
      .where((eb) =>
        eb.or([
          eb.and([eb('n.subject_kind', '=', 'record'), eb('n.subject_id', '=', recordId)]),
          eb.and([eb('n.subject_kind', '=', 'record_notice'), eb('k.record_id', '=', recordId)]),
        ]),
      )
      .orderBy('n.written_at')
      .orderBy('n.id')
      .limit(MOST)
      .execute(),
  )
  return rows.map((row) => ({ name: row.name, says: row.says, at: Temporal.Instant.from(row.written_at) }))
}
