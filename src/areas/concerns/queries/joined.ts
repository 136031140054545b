import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { JoinedLine } from '../lines.ts'

const STATES = ['new', 'taken', 'incident', 'closed'] as const

/** The concerns that are dealt with together with this one, as far as whoever asks may see them. */
export async function joinedTo(tx: Tx, mainId: string): Promise<JoinedLine[]> {
  const rows = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'body', 'reporter_kind', 'wants_answer', 'told_at', 'record_id', 'closed_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('joined_to', '=', mainId)
    .orderBy('told_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: STATES.find((state) => state === row.state) ?? 'new',
    body: row.body,
    reporterKind: row.reporter_kind,
    wantsAnswer: row.wants_answer,
    recordId: row.record_id,
    finished: row.closed_at !== null,
    toldAt: Temporal.Instant.from(row.told_at),
  }))
}

/** Those of them that are still open. What was settled by itself before stays as it was settled. */
export const openJoined = async (tx: Tx, mainId: string): Promise<JoinedLine[]> =>
  (await joinedTo(tx, mainId)).filter(({ state }) => state === 'new' || state === 'taken')

/** Those of them that end with it: the open ones, and those that went into the same case. */
export const endingWith = async (
  tx: Tx,
  main: { readonly id: string; readonly recordId: string | null },
): Promise<JoinedLine[]> =>
  (await joinedTo(tx, main.id)).filter(
    (one) => !one.finished && one.state !== 'closed' && (one.state !== 'incident' || one.recordId === main.recordId),
  )

const MOST = 50

/** Open concerns of the same circle with which one may be joined, newest first. */
export async function mayJoin(
  tx: Tx,
  concern: { readonly id: string; readonly circle: string },
): Promise<{ id: string; begins: string; toldAt: Temporal.Instant }[]> {
  const rows = await tx
    .selectFrom('app.concern')
    .select(['id', 'body', 'told_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('circle', '=', concern.circle)
    .where('id', '<>', concern.id)
    .where('joined_to', 'is', null)
    .where('state', 'in', ['new', 'taken'])
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    begins: row.body.length > 60 ? `${row.body.slice(0, 59)}…` : row.body,
    toldAt: Temporal.Instant.from(row.told_at),
  }))
}
