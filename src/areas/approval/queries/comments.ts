import type { Audience } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What somebody said of a draft. */
export interface Comment {
  readonly id: string
  readonly revision: number
  /** Null: about the whole. */
  readonly clause: string | null
  readonly personId: string
  readonly audience: Audience
  readonly says: string
  readonly madeAt: Temporal.Instant
  readonly changedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly answer: string | null
  readonly takenUp: boolean | null
}

const AUDIENCES: readonly Audience[] = ['staff', 'pupil', 'parent', 'governor', 'visitor']

/** The comments on a draft that whoever acts may read: all of them for keepers, one's own for everybody else. */
export async function listComments(tx: Tx, draftId: string, options: { mine?: string } = {}): Promise<Comment[]> {
  const all = tx
    .selectFrom('app.policy_comment')
    .select(['id', 'revision', 'clause', 'person_id', 'audience', 'says', 'made_at', 'changed_at', 'withdrawn_at'])
    .select(['answer', 'taken_up'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draftId)
  const rows = await (options.mine === undefined ? all : all.where('person_id', '=', options.mine))
    .orderBy('made_at')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    clause: row.clause,
    personId: row.person_id,
    audience: AUDIENCES.find((one) => one === row.audience) ?? 'visitor',
    says: row.says,
    madeAt: Temporal.Instant.from(row.made_at),
    changedAt: row.changed_at === null ? null : Temporal.Instant.from(row.changed_at),
    withdrawnAt: row.withdrawn_at === null ? null : Temporal.Instant.from(row.withdrawn_at),
    answer: row.answer,
    takenUp: row.taken_up,
  }))
}

const MOST = 5000
