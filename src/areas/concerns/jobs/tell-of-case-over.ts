import { subjectFacts, writeNotices } from '#areas/notices/index.ts'
import { refreshSoon } from '#areas/policy/index.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { circleReaders } from '../queries/circle-readers.ts'

/**
 * A case is closed: whoever looks after what was told before it is asked for the closing answer. Where the reporter wanted
 * none, it is finished with the case. May run twice. Run as the system.
 */
export async function tellOfCaseOver(tx: Tx, recordId: string): Promise<void> {
  const rows = await tx
    .selectFrom('app.concern')
    .select(['id', 'circle', 'wants_answer', 'taken_by'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('state', '=', 'incident')
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const row of rows) await (row.wants_answer ? askForAnswer(tx, row) : finish(tx, row.id))
  if (rows.length > 0) await refreshSoon(tx)
}

async function askForAnswer(tx: Tx, concern: { id: string; circle: string; taken_by: string | null }): Promise<void> {
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
      code: 'concern.case_over',
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
