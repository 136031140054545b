import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { isReachable } from '#platform/mail/compose-mail.ts'
import type { MailTransport } from '#platform/mail/mail-transport.ts'
import { sendMail } from '#platform/mail/mail-transport.ts'
import { knownOrganisations } from './stamp.ts'

export interface LinkMailParts {
  readonly db: Database
  readonly mail: MailTransport
  readonly sample: boolean
  readonly onFault: (fault: unknown) => void
}

/**
 * Sends the link that signs in. It goes out directly and is kept nowhere: whoever reads the outbox could be anybody.
 * Without a mail server the outbox says that one was asked for; only the sample's outbox holds the link itself.
 */
export function linkMail(parts: LinkMailParts): (to: string, link: string) => Promise<void> {
  return async (to, link) => {
    const place = await placeOf(parts.db, to)
    if (place === null) return
    const known = await knownOrganisations(parts.db)
    const organisation = known.find((one) => one.organisationId === place.organisationId)?.name ?? 'Kept'
    const subject = say('en', 'sign_in.mail.subject', { organisation })
    const text = say('en', 'sign_in.mail.body', { organisation, link })
    if (parts.mail.sends && isReachable(to)) {
      // Not waited for: how long a mail server takes would tell a known address from an unknown one.
      sendMail(parts.mail, { to, subject, text }).catch(parts.onFault)
      return
    }
    const body = parts.sample ? text : say('en', 'sign_in.mail.unsent')
    // Never sent later: by the time there is a mail server, the link is long over.
    const failure = parts.sample ? null : say('en', 'sign_in.mail.failure')
    await parts.db.inTx(systemActor(place.organisationId, 'sign-in'), (tx) =>
      keep(tx, place, { to, subject, body, failure }),
    )
  }
}

interface Whom {
  readonly organisationId: string
  readonly personId: string
}

async function placeOf(db: Database, address: string): Promise<Whom | null> {
  const row = await db.identity
    .selectFrom('identity.user as u')
    .innerJoin('identity.link as l', 'l.user_id', 'u.id')
    .select(['l.organisation_id', 'l.person_id'])
    .where('u.email', '=', address)
    .where('l.ended_at', 'is', null)
    .orderBy('l.created_at')
    .orderBy('l.organisation_id')
    .orderBy('l.person_id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { organisationId: row.organisation_id, personId: row.person_id }
}

interface Kept {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly failure: string | null
}

async function keep(tx: Tx, whom: Whom, mail: Kept): Promise<void> {
  await tx
    .insertInto('app.mail')
    .values({
      organisation_id: whom.organisationId,
      id: newId(contextOf(tx).clock),
      to_person_id: whom.personId,
      to_address: mail.to,
      subject: mail.subject.slice(0, 300),
      body: mail.body,
      written_at: nowText(tx),
      failed_at: mail.failure === null ? null : nowText(tx),
      failure: mail.failure,
    })
    .execute()
}
