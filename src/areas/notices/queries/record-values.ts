import type { Values } from '#pack/expressions/evaluate.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The kind of a record, and what its form says. Run as the system. */
export async function recordValues(tx: Tx, recordId: string): Promise<{ kind: string; values: Values }> {
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.kind', 'r.category', 'd.fields'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', recordId)
    .executeTakeFirstOrThrow()
  const fields = typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {}
  return { kind: row.kind, values: row.category === null ? fields : { ...fields, kind: row.category } }
}
