import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { YouSaid, YouSaidDraft, YouSaidReader } from '../you-said.ts'

const MOST = 50
const STATES = ['waiting', 'shown', 'refused', 'withdrawn'] as const

/** What is shown to these readers, newest first. Nothing says who wrote it. */
export async function shownYouSaid(tx: Tx, readers: readonly YouSaidReader[]): Promise<YouSaid[]> {
  const rows = await tx
    .selectFrom('app.you_said')
    .select(['id', 'said', 'did', 'decided_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'shown')
    .where(sql<boolean>`readers @> ${[...readers]}`)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    said: row.said,
    did: row.did,
    at: Temporal.Instant.from(row.decided_at ?? ''),
  }))
}

/** Every summary of the circles of whoever asks, those that wait first. */
export async function draftsYouSaid(tx: Tx, personId: string): Promise<YouSaidDraft[]> {
  const rows = await tx
    .selectFrom('app.you_said as y')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'y.organisation_id').onRef('p.id', '=', 'y.written_by'),
    )
    .selectAll('y')
    .select(sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('writer'))
    .where('y.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(sql<boolean>`y.circle = any ((select app.current_circles('all'))::text[])`)
    .orderBy(sql`y.state = 'waiting'`, 'desc')
    .orderBy('y.written_at', 'desc')
    .orderBy('y.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    said: row.said,
    did: row.did,
    at: Temporal.Instant.from(row.written_at),
    state: STATES.find((state) => state === row.state) ?? 'waiting',
    readers: row.readers,
    doubtful: row.doubtful,
    writtenBy: row.writer,
    mine: row.written_by === personId,
    reason: row.decided_reason,
  }))
}

/** The concerns that were closed last, of which something may be said. */
export async function closedConcerns(
  tx: Tx,
): Promise<{ id: string; aboutKind: string | null; begins: string; closedAt: Temporal.Instant }[]> {
  const rows = await tx
    .selectFrom('app.concern')
    .select(['id', 'about_kind', 'body', 'closed_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', 'in', ['closed', 'incident'])
    .where('closed_at', 'is not', null)
    .where(sql<boolean>`circle = any ((select app.current_circles('all'))::text[])`)
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(30)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    aboutKind: row.about_kind,
    begins: row.body.length > 60 ? `${row.body.slice(0, 59)}…` : row.body,
    closedAt: Temporal.Instant.from(row.closed_at ?? ''),
  }))
}
