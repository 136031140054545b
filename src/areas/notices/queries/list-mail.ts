import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import type { MailLine } from '../lines.ts'

const MOST_COUNTED = 1000

/** The outbox, newest first. */
export async function listMail(tx: Tx, page: number, size: number): Promise<{ mails: MailLine[]; total: number }> {
  const organisationId = contextOf(tx).actor.organisationId
  const rows = await tx
    .selectFrom('app.mail')
    .select(['id', 'to_address', 'subject', 'body', 'written_at', 'sent_at', 'failure'])
    .where('organisation_id', '=', organisationId)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const some = tx.selectFrom('app.mail').select('id').where('organisation_id', '=', organisationId).limit(MOST_COUNTED)
  const { count } = await tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    total: Number(count),
    mails: rows.map((row) => ({
      id: row.id,
      to: row.to_address,
      subject: row.subject,
      body: row.body,
      writtenAt: Temporal.Instant.from(row.written_at),
      sentAt: row.sent_at === null ? null : Temporal.Instant.from(row.sent_at),
      failure: row.failure,
    })),
  }
}

// A mail leaves within seconds: what has waited this long waits for its server.
const SOON = { minutes: 15 }

/** Since when mail waits that should have left; null when all leaves. */
export async function mailHeldUp(tx: Tx): Promise<Temporal.Instant | null> {
  const oldest = await tx
    .selectFrom('app.mail')
    .select('written_at')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('written_at', '<', nowIn(tx).subtract(SOON).toString())
    .orderBy('written_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return oldest === undefined ? null : Temporal.Instant.from(oldest.written_at)
}
