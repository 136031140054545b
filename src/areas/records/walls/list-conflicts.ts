import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A wall for a conflict of interest, as the handlers of the record read it. */
export interface ConflictLine {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly setBy: string
  readonly setAt: Temporal.Instant
  readonly lifted: { readonly by: string; readonly at: Temporal.Instant; readonly reason: string } | null
}

const nameOf = (alias: string) =>
  sql<string>`trim(coalesce(${sql.ref(`${alias}.preferred_name`)}, ${sql.ref(`${alias}.given_name`)}) || ' ' || ${sql.ref(`${alias}.family_name`)})`

/** The walls for conflicts of interest in a record, those that stand first. Row policies keep it to its handlers. */
export async function listConflicts(tx: Tx, recordId: string): Promise<readonly ConflictLine[]> {
  const rows = await tx
    .selectFrom('app.record_conflict as c')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.person_id'),
    )
    .innerJoin('app.person as s', (join) =>
      join.onRef('s.organisation_id', '=', 'c.organisation_id').onRef('s.id', '=', 'c.set_by'),
    )
    .leftJoin('app.person as l', (join) =>
      join.onRef('l.organisation_id', '=', 'c.organisation_id').onRef('l.id', '=', 'c.lifted_by'),
    )
    .select(['c.id', 'c.reason', 'c.set_at', 'c.lifted_at', 'c.lift_reason'])
    .select([nameOf('p').as('name'), nameOf('s').as('set_by'), nameOf('l').as('lifted_by')])
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.record_id', '=', recordId)
    .orderBy(sql`c.lifted_at nulls first`)
    .orderBy('c.set_at')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    setBy: row.set_by,
    setAt: Temporal.Instant.from(row.set_at),
    lifted:
      row.lifted_at === null
        ? null
        : { by: row.lifted_by, at: Temporal.Instant.from(row.lifted_at), reason: row.lift_reason ?? '' },
  }))
}
