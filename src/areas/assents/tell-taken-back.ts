import { textOf } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { clausesOf } from './agreement-text.ts'
import { paths } from './paths.ts'
import { readPeople } from './queries/read-people.ts'
import type { Asking } from './taking-back.ts'
import { whomToTell } from './whom-to-tell.ts'

/** Tells whoever the policy names for this consent that somebody took it back, or part of it; not whoever entered it. */
export function tellTakenBack(
  tx: Tx,
  { request, matter }: Asking,
  taken: { readonly signerId: string; readonly recordedBy: string | null },
  unopened: readonly string[],
): Promise<void> {
  return asSystem(tx, async () => {
    const told = await whomToTell(tx, request)
    const readers = told.people.filter((id) => id !== taken.recordedBy && id !== taken.signerId)
    if (readers.length === 0) return
    const people = await readPeople(tx, [taken.signerId, request.aboutId])
    const { actor, clock } = contextOf(tx)
    const says = say('en', taken.signerId === request.aboutId ? 'agreement.notice.back_own' : 'agreement.notice.back', {
      signer: people.get(taken.signerId)?.name ?? '',
      name: people.get(request.aboutId)?.name ?? '',
      title: textOf(matter.assent.says),
    })
    await tx
      .insertInto('app.notice')
      .values(
        readers.map((readerId) => ({
          organisation_id: actor.organisationId,
          id: newId(clock),
          reader_id: readerId,
          code: 'agreement.withdrawn',
          says:
            unopened.length === 0
              ? says
              : `${says} ${say('en', 'agreement.notice.back_open', { what: unopened.join(', ') })}`,
          href: paths.person.to(request.aboutId),
          subject_kind: 'assent_request',
          subject_id: request.id,
          party: told.party,
          clauses: clausesOf(matter.assent),
          written_at: nowText(tx),
        })),
      )
      .execute()
  })
}
