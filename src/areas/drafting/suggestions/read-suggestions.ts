import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { namesOf } from '../queries/names-of.ts'
import type { Suggestion } from './suggestion.ts'

const MOST = 300

/** Changes of the policy that were suggested, what waits first; `draft` keeps to those that were taken into one. */
export async function readSuggestions(tx: Tx, draft?: string): Promise<readonly Suggestion[]> {
  const rows = await tx
    .selectFrom('app.policy_suggestion as s')
    .leftJoin('app.policy_draft as d', (join) =>
      join.onRef('d.organisation_id', '=', 's.organisation_id').onRef('d.id', '=', 's.draft_id'),
    )
    .select([
      's.id',
      's.clause',
      's.says',
      's.why',
      's.made_by',
      's.made_at',
      's.state',
      's.reason',
      's.draft_id',
      'd.title',
    ])
    .where('s.organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(draft !== undefined, (query) => query.where('s.draft_id', '=', draft ?? ''))
    .orderBy(({ eb, case: choice }) =>
      choice()
        .when(eb('s.state', '=', 'open'))
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id')
    .limit(MOST)
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.made_by),
  )
  return rows.map((row) => ({
    id: row.id,
    clause: row.clause,
    says: row.says,
    why: row.why,
    by: names.get(row.made_by) ?? 'Somebody',
    at: Temporal.Instant.from(row.made_at),
    state: row.state,
    reason: row.reason,
    draft: row.draft_id === null ? null : { id: row.draft_id, title: row.title ?? 'A draft' },
  }))
}
