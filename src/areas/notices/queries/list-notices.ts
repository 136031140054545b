import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { NoticeLine } from '../lines.ts'

const MOST = 200

/** One's own notices: urgent and unread first, then the newest. */
export async function listNotices(tx: Tx, actor: PersonActor, view: 'unread' | 'all'): Promise<NoticeLine[]> {
  const rows = await tx
    .selectFrom('app.notice')
    .select(['id', 'says', 'href', 'party', 'clauses', 'urgent', 'written_at', 'read_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('reader_id', '=', actor.personId)
    .$if(view === 'unread', (query) => query.where('read_at', 'is', null))
    .orderBy((eb) => eb.and([eb('read_at', 'is', null), eb('urgent', '=', true)]), 'desc')
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    says: row.says,
    href: row.href,
    party: row.party,
    clauses: row.clauses,
    urgent: row.urgent,
    writtenAt: Temporal.Instant.from(row.written_at),
    read: row.read_at !== null,
  }))
}
