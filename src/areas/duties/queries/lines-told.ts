import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const CODE = 'duty.late/'

/** Under which code the notices of one line of the `late` of a duty stand. */
export const lateCode = (duty: string, line: number): string => `${CODE}${duty}/${line}`

/**
 * What somebody was told before of the open duties, as `<id> <code>`: who comes to a post later, or stands in for a day, does
 * not hear of every line that somebody else was told of. Run as the system.
 */
export async function linesTold(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('app.notice as n')
    .innerJoin('app.duty as d', (join) =>
      join.onRef('d.organisation_id', '=', 'n.organisation_id').onRef('d.id', '=', 'n.subject_id'),
    )
    .select(['n.subject_id', 'n.code'])
    .distinct()
    .where('n.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('n.subject_kind', '=', 'duty')
    .where('n.code', 'like', `${CODE}%`)
    .where('d.state', '=', 'open')
    .execute()
  return new Set(rows.map((row) => `${row.subject_id} ${row.code}`))
}
