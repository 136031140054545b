import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { paths } from './paths.ts'
import { readPeople } from './queries/read-people.ts'
import type { Request } from './request.ts'

/** Mails the signer where their copy lies; those without an address find it on their page. Run as the system. */
export async function sendCopy(
  tx: Tx,
  request: Request,
  copy: { readonly signatureId: string; readonly signerId: string; readonly title: string },
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
      body: say('en', 'agreement.mail.copy.body', { title: copy.title, link: paths.certificate.to(copy.signatureId) }),
      written_at: nowText(tx),
    })
    .execute()
}
