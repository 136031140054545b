import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What follows from a case for the school, as the case shows it. */
export interface FollowUpLine {
  readonly id: string
  readonly step: string
  readonly says: string
  /** A duty: who has it, by when, how it stands. */
  readonly duty: {
    readonly id: string
    readonly post: string
    readonly dueAt: Temporal.Instant
    readonly state: string
  } | null
  /** A change of the policy that was suggested: what became of it. */
  readonly change: { readonly clause: string | null; readonly state: string; readonly reason: string | null } | null
}

/** What was drawn from a case, in the order in which it was written down. Row policies keep it to those who see the case. */
export async function readFollowUps(tx: Tx, recordId: string): Promise<readonly FollowUpLine[]> {
  const rows = await tx
    .selectFrom('app.case_follow_up as f')
    .leftJoin('app.duty as d', (join) =>
      join.onRef('d.organisation_id', '=', 'f.organisation_id').onRef('d.id', '=', 'f.duty_id'),
    )
    .leftJoin('app.policy_suggestion as s', (join) =>
      join.onRef('s.organisation_id', '=', 'f.organisation_id').onRef('s.id', '=', 'f.suggestion_id'),
    )
    .select([
      'f.id',
      'f.step',
      'd.id as duty',
      'd.title',
      'd.party',
      'd.due_at',
      'd.state as stands',
      's.says',
      's.clause',
      's.state',
      's.reason',
    ])
    .where('f.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('f.record_id', '=', recordId)
    .orderBy('f.made_at')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    says: row.title ?? row.says ?? '',
    duty:
      row.duty === null || row.due_at === null
        ? null
        : {
            id: row.duty,
            post: row.party ?? '',
            dueAt: Temporal.Instant.from(row.due_at),
            state: row.stands ?? 'open',
          },
    change: row.state === null ? null : { clause: row.clause, state: row.state, reason: row.reason },
  }))
}
