import { subjectFacts, writeNotices } from '#areas/notices/index.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { circleReaders } from '../queries/circle-readers.ts'

/**
 * The reporter wrote again: tells whoever has the concern, or everybody who heard of it first; where none of them may read it any
 * more, everybody who looks after concerns like it. Run as the system.
 */
export async function tellOfMessage(tx: Tx, concernId: string): Promise<void> {
  const facts = await subjectFacts(tx, { kind: 'concern', id: concernId })
  const { organisationId } = contextOf(tx).actor
  const concern = await tx
    .selectFrom('app.concern')
    .select(['taken_by', 'circle'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', concernId)
    .executeTakeFirstOrThrow()
  const messages = await untoldMessages(tx, concernId)
  if (messages.length === 0) return
  const heard = concern.taken_by === null ? await toldBefore(tx, concernId) : [concern.taken_by]
  const may = heard.filter(facts.mayRead).map((readerId) => ({ readerId, party: null }))
  const readers = may.length > 0 ? may : await circleReaders(tx, facts, concern.circle)
  await writeNotices(
    tx,
    messages.flatMap((code) =>
      readers.map(({ readerId, party }) => ({
        readerId,
        code,
        says: say('en', 'concern.notice.message'),
        href: facts.hrefFor(readerId),
        subject: facts.subject,
        party,
        clauses: [],
        urgent: facts.urgent,
      })),
    ),
  )
}

/** The codes of the reporter's messages of which nobody has been told: each message has its own, so that the next one is told again. */
async function untoldMessages(tx: Tx, concernId: string): Promise<string[]> {
  const { organisationId } = contextOf(tx).actor
  const messages = await tx
    .selectFrom('app.concern_message')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('concern_id', '=', concernId)
    .where('direction', '=', 'from_reporter')
    .orderBy('id')
    .execute()
  const told = await tx
    .selectFrom('app.notice')
    .select('code')
    .where('organisation_id', '=', organisationId)
    .where('subject_id', '=', concernId)
    .execute()
  const known = new Set(told.map((row) => row.code))
  return messages.map((row) => `concern.message/${row.id}`).filter((code) => !known.has(code))
}

async function toldBefore(tx: Tx, concernId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.notice')
    .select('reader_id')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('subject_kind', '=', 'concern')
    .where('subject_id', '=', concernId)
    .execute()
  return rows.map((row) => row.reader_id)
}
