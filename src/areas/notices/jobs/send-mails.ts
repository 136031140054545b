import { systemActor } from '#core/actor.ts'
import { BadInput } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import type { MailTransport } from '#platform/mail/mail-transport.ts'
import { MailRefused, sendMail } from '#platform/mail/mail-transport.ts'

/**
 * Sends what waits in an organisation's outbox, oldest first. Without a mail server it stays there, to be read on the page.
 * @throws MailRefused when the server cannot take it now, so that the job is tried again.
 */
export async function sendMails(db: Database, transport: MailTransport, organisationId: string): Promise<void> {
  if (!transport.sends) return
  const system = systemActor(organisationId, 'notices/mail')
  while (await db.inTx(system, (tx) => sendOldest(tx, transport, organisationId))) {
    // Each mail is its own transaction: one that went out stays noted when the next one fails.
  }
}

async function sendOldest(tx: Tx, transport: MailTransport, organisationId: string): Promise<boolean> {
  const mail = await tx
    .selectFrom('app.mail')
    .select(['id', 'to_address', 'subject', 'body'])
    .where('organisation_id', '=', organisationId)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('written_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (mail === undefined) return false
  const came = await outcomeOf(transport, mail)
  await tx
    .updateTable('app.mail')
    .set(came === null ? { sent_at: nowText(tx) } : { failed_at: nowText(tx), failure: came })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', mail.id)
    .execute()
  return true
}

/** Null when it was sent; else why it never will be. */
async function outcomeOf(
  transport: MailTransport,
  mail: { to_address: string; subject: string; body: string },
): Promise<string | null> {
  try {
    const outcome = await sendMail(transport, { to: mail.to_address, subject: mail.subject, text: mail.body })
    return outcome === 'sent' ? null : 'Nobody can be reached at this address.'
  } catch (fault) {
    if (fault instanceof BadInput) return 'This is not a mail address.'
    if (fault instanceof MailRefused && fault.permanent) return 'The mail server refused it for good.'
    throw fault
  }
}
