import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** One thing that was recorded under a clause. */
export interface ClauseRecord {
  readonly at: Temporal.Instant
  readonly code: string
  readonly recordId: string | null
  readonly reference: string | null
  readonly by: string | null
}

const MOST = 50

/** The latest things recorded under a clause, as far as the person who looks may see them: the ledger's own policies decide. */
export async function recordsUnder(tx: Tx, clause: string): Promise<ClauseRecord[]> {
  const rows = await tx
    .selectFrom('app.ledger_entry as e')
    .leftJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'e.organisation_id').onRef('r.id', '=', 'e.record_id'),
    )
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.actor_person_id'),
    )
    .select(['e.at', 'e.code', 'e.record_id', 'r.reference'])
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('by'))
    .where('e.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('e.clauses', '@>', sql<string[]>`array[${clause}]`)
    .where('e.clauses', '<>', sql<string[]>`'{}'`)
    .where('e.chain', '=', 'main')
    .orderBy('e.at', 'desc')
    .orderBy('e.seq', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    at: Temporal.Instant.from(row.at),
    code: row.code,
    recordId: row.record_id,
    reference: row.reference,
    by: row.by,
  }))
}
