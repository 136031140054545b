import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { agreementText } from '../agreement-text.ts'
import { readPeople } from '../queries/read-people.ts'
import { lockRequest } from '../request.ts'
import { readAsking, takeableBy } from '../taking-back.ts'
import { writeSaid } from '../write-said.ts'
import type { NewSignature } from '../write-signature.ts'

/**
 * A pupil whom nobody asks lifts the no that they said to what their parents gave: what those said stands again. Whoever is asked
 * signs again instead.
 * @throws NotFound for what is about somebody else; Refused when they took nothing back, or are asked themselves.
 */
export async function giveAgain(tx: Tx, actor: PersonActor, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  const asking = await readAsking(tx, request)
  const { matter, pack } = asking
  const takeable = takeableBy(asking, actor.personId)
  const isAsked = matter.required.slots.some((slot) => slot.people.includes(actor.personId))
  if (isAsked || takeable === null || !(takeable.back || takeable.lost.length > 0))
    throw new Refused('agreement.again.never', say('en', 'agreement.refused.again_never'))
  const text = agreementText(pack, request.assent)
  const own = await asSystem(tx, () => readPeople(tx, [actor.personId]))
  const said: NewSignature = {
    signerId: actor.personId,
    capacity: takeable.as,
    outcome: 'signed',
    way: 'screen',
    typedName: own.get(actor.personId)?.name ?? '-',
    answers: Object.fromEntries(text.statements.map((one) => [one.id, true])),
    fields: {},
    textHash: text.hash,
    language: text.language,
    recordedBy: null,
    reason: null,
    signedAt: nowIn(tx),
  }
  const details = { way: 'screen', lifts: 'withdrawn' }
  await writeSaid(tx, actor, asking, said, { code: 'agreement.signed', details })
}
