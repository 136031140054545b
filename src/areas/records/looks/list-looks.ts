import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** One look at a record. */
export interface LookLine {
  readonly at: Temporal.Instant
  readonly code: string
  readonly personId: string | null
  readonly name: string
  /** What they said, where the policy asks for a reason or they opened it in an emergency. */
  readonly reason: string | null
  readonly emergency: boolean
}

const MOST = 500

/** Who has looked at a record, newest first. Row policies give its handlers every look, and everybody else their own. */
export async function listLooks(tx: Tx, recordId: string): Promise<readonly LookLine[]> {
  const rows = await tx
    .selectFrom('app.ledger_entry as e')
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.actor_person_id'),
    )
    .leftJoin('app.record_glass as g', (join) =>
      join
        .onRef('g.organisation_id', '=', 'e.organisation_id')
        .onRef('g.record_id', '=', 'e.record_id')
        .onRef('g.person_id', '=', 'e.actor_person_id')
        .onRef('g.opened_at', '<=', 'e.at')
        .on(sql<boolean>`e.at <= coalesce(g.ended_at, g.until_at)`),
    )
    .leftJoin('app.ledger_detail as d', (join) =>
      join
        .onRef('d.organisation_id', '=', 'e.organisation_id')
        .onRef('d.chain', '=', 'e.chain')
        .onRef('d.seq', '=', 'e.seq'),
    )
    .select(['e.at', 'e.code', 'e.actor_name', 'e.actor_person_id', 'g.reason as because', 'd.details'])
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
    .where('e.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('e.record_id', '=', recordId)
    .where('e.chain', '=', 'read')
    .orderBy('e.seq', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    at: Temporal.Instant.from(row.at),
    code: row.code,
    personId: row.actor_person_id,
    name: row.name ?? row.actor_name ?? 'Somebody',
    reason: row.because ?? reasonIn(row.details),
    emergency: row.because !== null,
  }))
}

function reasonIn(details: string | null): string | null {
  if (details === null) return null
  const said: unknown = JSON.parse(details)
  return typeof said === 'object' && said !== null && 'reason' in said && typeof said.reason === 'string'
    ? said.reason
    : null
}
