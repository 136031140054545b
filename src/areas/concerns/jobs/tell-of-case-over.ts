import { sql } from 'kysely'
import { subjectFacts, writeNotices } from '#areas/notices/index.ts'
import { refreshSoon } from '#areas/policy/index.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { circleReaders } from '../queries/circle-readers.ts'

/**
 * A case is closed: whoever looks after what was told before it is asked for the closing answer. Where the reporter wanted
 * none, it is finished with the case. Of a case that was opened again only those reporters hear once more to whom the school
 * wrote meanwhile: nobody frightens a child with what they had thought was over. May run twice. Run as the system.
 */
export async function tellOfCaseOver(tx: Tx, recordId: string): Promise<void> {
  const reopened = await lastReopened(tx, recordId)
  if (reopened !== null) await waitAgain(tx, recordId, reopened)
  const rows = await tx
    .selectFrom('app.concern')
    .select(['id', 'circle', 'wants_answer', 'taken_by'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('state', '=', 'incident')
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const row of rows) await (row.wants_answer ? askForAnswer(tx, row, reopened) : finish(tx, row.id))
  if (rows.length > 0) await refreshSoon(tx)
}

async function lastReopened(tx: Tx, recordId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.record_event')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where(sql<boolean>`event ->> 'kind' = 'reopened'`)
    .executeTakeFirst()
  const at: string | null | undefined = row?.at
  return at == null ? null : Temporal.Instant.from(at).toString()
}

/** Whoever had the closing answer and was written to while the case was open again waits for how it ended now. */
async function waitAgain(tx: Tx, recordId: string, reopened: string): Promise<void> {
  const rows = await tx
    .updateTable('app.concern as c')
    .set({ closed_at: null, closing_reason: null })
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.record_id', '=', recordId)
    .where('c.state', '=', 'incident')
    .where('c.wants_answer', '=', true)
    .where('c.closed_at', '<', reopened)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('app.concern_message as m')
          .select('m.id')
          .whereRef('m.organisation_id', '=', 'c.organisation_id')
          .whereRef('m.concern_id', '=', 'c.id')
          .where('m.direction', '=', 'to_reporter')
          .where('m.author_id', 'is not', null)
          .where('m.written_at', '>=', reopened),
      ),
    )
    .returning('c.id')
    .execute()
  for (const { id } of rows)
    recordEvent(tx, { code: 'concern.waits_again', subject: { kind: 'concern', id }, details: { reopened } })
}

interface Unanswered {
  readonly id: string
  readonly circle: string
  readonly taken_by: string | null
}

async function askForAnswer(tx: Tx, concern: Unanswered, reopened: string | null): Promise<void> {
  const facts = await subjectFacts(tx, { kind: 'concern', id: concern.id })
  const taker = concern.taken_by
  const readers =
    taker !== null && facts.mayRead(taker)
      ? [{ readerId: taker, party: null }]
      : await circleReaders(tx, facts, concern.circle)
  await writeNotices(
    tx,
    readers.map(({ readerId, party }) => ({
      readerId,
      // Asked anew when the case has been closed another time.
      code: reopened === null ? 'concern.case_over' : `concern.case_over/${reopened}`,
      says: say('en', 'concern.notice.case_over'),
      href: facts.hrefFor(readerId),
      subject: facts.subject,
      party,
      clauses: [],
      urgent: false,
    })),
  )
}

async function finish(tx: Tx, concernId: string): Promise<void> {
  await tx
    .updateTable('app.concern')
    .set({ closed_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', concernId)
    .execute()
  recordEvent(tx, { code: 'concern.finished', subject: { kind: 'concern', id: concernId } })
}
