import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { KeptRecord } from '../rule.ts'

/** A closed record whose end has not been announced. */
export interface Candidate extends KeptRecord {
  readonly schoolId: string
  readonly circle: string
  readonly policyVersionId: string
}

// The rest waits for the next night: the oldest are first.
const MOST = 2000

/** The closed records of a kind at a school that were not announced yet, the oldest first. Run as the system. */
export async function closedOf(tx: Tx, schoolId: string, kind: string): Promise<readonly Candidate[]> {
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select([
      'r.id',
      'r.kind',
      'r.school_id',
      'r.circle',
      'r.policy_version_id',
      'r.opened_at',
      'r.closed_at',
      'd.fields',
    ])
    .select(
      sql<string | null>`(select case when bool_or(p.ended_on is null) then null else max(p.ended_on) end::text
        from app.record_person k join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
        where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null)`.as('left_on'),
    )
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.school_id', '=', schoolId)
    .where('r.kind', '=', kind)
    .where('r.state', 'in', ['closed', 'voided'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app.record_expiry as x')
            .select('x.record_id')
            .whereRef('x.organisation_id', '=', 'r.organisation_id')
            .whereRef('x.record_id', '=', 'r.id'),
        ),
      ),
    )
    .orderBy('r.closed_at')
    .orderBy('r.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    schoolId: row.school_id,
    circle: row.circle,
    policyVersionId: row.policy_version_id,
    openedAt: Temporal.Instant.from(row.opened_at),
    closedAt: Temporal.Instant.from(row.closed_at ?? row.opened_at),
    fields: typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {},
    left: row.left_on === null ? null : Temporal.PlainDate.from(row.left_on),
  }))
}
