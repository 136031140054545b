import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Period } from '../review/period.ts'

/** How many comments an audience made on one draft. */
export interface CommentCount {
  readonly draftId: string
  readonly draft: string
  readonly until: string
  readonly audience: string
  readonly count: number
}

/**
 * The comments on drafts whose consultation ended in the period: always all of a draft's, so that no two periods can be set
 * against each other. Run as the system: nobody else may read them all, and only sums leave the review.
 */
export async function commentCounts(tx: Tx, period: Period, today: Temporal.PlainDate): Promise<CommentCount[]> {
  const until = sql<string>`coalesce(d.consult_until, max(max(c.made_at)::date) over (partition by d.id))::text`
  const rows = await tx
    .selectFrom('app.policy_comment as c')
    .innerJoin('app.policy_draft as d', (join) =>
      join.onRef('d.organisation_id', '=', 'c.organisation_id').onRef('d.id', '=', 'c.draft_id'),
    )
    .select([
      'd.id as draftId',
      'd.title as draft',
      'c.audience',
      until.as('until'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.withdrawn_at', 'is', null)
    .where('d.stage', 'not in', ['editing', 'consulting'])
    .groupBy(['d.id', 'd.title', 'd.consult_until', 'c.audience'])
    .orderBy('d.id')
    .orderBy('c.audience')
    .execute()
  return rows.filter((row) => {
    const end = Temporal.PlainDate.from(row.until)
    return (
      Temporal.PlainDate.compare(end, period.from) >= 0 &&
      Temporal.PlainDate.compare(end, period.to) <= 0 &&
      Temporal.PlainDate.compare(end, today) <= 0
    )
  })
}
