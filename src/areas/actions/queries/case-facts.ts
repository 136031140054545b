import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** An open case from which something may follow. */
export interface CaseFacts {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly circle: string
  readonly schoolId: string
  readonly policyVersionId: string
}

/** An open case that the person who acts may see the whole of. @throws NotFound for any other. */
export async function caseFacts(tx: Tx, id: string): Promise<CaseFacts> {
  const found = (await openCases(tx, id))[0]
  if (found === undefined) throw new NotFound('record.missing')
  return found
}

const MOST = 200

/** The open cases that the person who acts may see the whole of, the newest first. */
export async function openCases(tx: Tx, id: string | null = null): Promise<CaseFacts[]> {
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.reference', 'd.title', 'r.circle', 'r.school_id', 'r.policy_version_id'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', '=', 'incident')
    .where('r.state', '=', 'open')
    .$if(id !== null, (query) => query.where('r.id', '=', id ?? ''))
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    circle: row.circle,
    schoolId: row.school_id,
    policyVersionId: row.policy_version_id,
  }))
}
