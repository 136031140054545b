import { kindOfException } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The case that a record follows from, as far as whoever acts may know; null where there is none. */
export async function originOf(tx: Tx, recordId: string): Promise<{ id: string; circle: string } | null> {
  const row = await tx
    .selectFrom('app.record_origin as o')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'o.organisation_id').onRef('r.id', '=', 'o.from_record_id'),
    )
    .select(['r.id', 'r.circle'])
    .where('o.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('o.record_id', '=', recordId)
    .executeTakeFirst()
  return row ?? null
}

/** The records that follow from a case. */
export function followersOf(tx: Tx, recordId: string) {
  return tx
    .selectFrom('app.record_origin as o')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'o.organisation_id').onRef('r.id', '=', 'o.record_id'),
    )
    .select(['r.id', 'r.kind', 'r.school_id', 'r.circle'])
    .where('o.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('o.from_record_id', '=', recordId)
    .execute()
}

/** Something that follows from a case. */
export interface Unfinished {
  readonly id: string
  readonly kind: string
  readonly title: string
}

/** What follows from a case and has to be carried out before the case can be closed. Runs as the system. */
export async function unfinishedAfter(tx: Tx, recordId: string): Promise<Unfinished[]> {
  const rows = await tx
    .selectFrom('app.record_origin as o')
    .innerJoin('app.record_step as s', (join) =>
      join.onRef('s.organisation_id', '=', 'o.organisation_id').onRef('s.record_id', '=', 'o.record_id'),
    )
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'o.organisation_id').onRef('d.record_id', '=', 'o.record_id'),
    )
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'o.organisation_id').onRef('r.id', '=', 'o.record_id'),
    )
    .select(['r.id', 'r.kind', 'd.title'])
    // An exception that nobody has decided is nothing to carry out: it is not needed any longer.
    .where((eb) => eb.not(eb.fn<boolean>('starts_with', ['r.kind', eb.val(kindOfException(''))])))
    .where('o.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('o.from_record_id', '=', recordId)
    .where('s.mandatory', '=', true)
    // What is in force, or appealed against, goes on after the case.
    .where('s.step', 'not in', ['in_force', 'appeal'])
    .orderBy('d.title')
    .orderBy('r.id')
    .orderBy('s.key')
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
