import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const MOST = 100

/** How many notices the person who acts has not read (up to a hundred), and how many of them are urgent. */
export async function unreadNotices(tx: Tx): Promise<{ count: number; urgent: number }> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return { count: 0, urgent: 0 }
  const rows = await tx
    .selectFrom('app.notice')
    .select('urgent')
    .where('organisation_id', '=', actor.organisationId)
    .where('reader_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .orderBy('written_at', 'desc')
    .limit(MOST)
    .execute()
  return { count: rows.length, urgent: rows.filter((row) => row.urgent).length }
}
