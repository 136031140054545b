import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { readPeople } from './queries/read-people.ts'
import type { Request } from './request.ts'

/** Mails the signer where their copy lies; those without an address find it on their page. Run as the system. */
export async function sendCopy(
  tx: Tx,
  request: Request,
  copy: { readonly signerId: string; readonly title: string },
): Promise<void> {
  const people = await readPeople(tx, [copy.signerId, request.aboutId])
  const email = people.get(copy.signerId)?.email ?? null
  if (email === null) return
  const name = people.get(request.aboutId)?.given ?? ''
  const { actor, clock } = contextOf(tx)
  await tx
    .insertInto('app.mail')
    .values({
      organisation_id: actor.organisationId,
      id: newId(clock),
      to_person_id: copy.signerId,
      to_address: email,
      subject: say('en', 'agreement.mail.copy.subject', { name }).slice(0, 300),
      body: say('en', 'agreement.mail.copy.body', { title: copy.title }),
      written_at: nowText(tx),
    })
    .execute()
  await enqueue(tx, 'send_mail', {}, { key: `mail:${actor.organisationId}` })
}
