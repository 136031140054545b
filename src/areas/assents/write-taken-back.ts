import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { agreementText } from './agreement-text.ts'
import { startTakenBack } from './start-taken-back.ts'
import type { Asking } from './taking-back.ts'
import { tellTakenBack } from './tell-taken-back.ts'
import { writeSaid } from './write-said.ts'
import type { NewSignature } from './write-signature.ts'

/** Who took what back, and how it came. */
export interface TakenBack extends Pick<NewSignature, 'signerId' | 'capacity' | 'way' | 'typedName' | 'recordedBy'> {
  /** The statements that go; none when all of it does. */
  readonly items: readonly string[]
  readonly reason: string
  readonly at: Temporal.Instant
}

/** Writes that something was taken back, settles the asking, begins what the policy starts then and tells somebody. */
export async function writeTakenBack(tx: Tx, actor: PersonActor, asking: Asking, taken: TakenBack): Promise<void> {
  const { request, pack } = asking
  const text = agreementText(pack, request.assent)
  const said: NewSignature = {
    signerId: taken.signerId,
    capacity: taken.capacity,
    outcome: 'withdrawn',
    way: taken.way,
    typedName: taken.typedName,
    answers: Object.fromEntries(taken.items.map((id) => [id, false])),
    fields: {},
    textHash: text.hash,
    language: text.language,
    recordedBy: taken.recordedBy,
    reason: taken.reason === '' ? null : taken.reason,
    signedAt: taken.at,
  }
  const details = {
    way: taken.way,
    items: [...taken.items],
    reason: taken.reason,
    ...(taken.recordedBy === null ? {} : { recorded_by: taken.recordedBy }),
  }
  // Of what nobody had given there is nothing to undo; read before the no is written.
  const stood = request.state === 'signed' || asking.said.get(taken.signerId)?.outcome === 'signed'
  const { signatureId: id } = await writeSaid(tx, actor, asking, said, { code: 'agreement.withdrawn', details })
  const happened = { id, items: taken.items, signerId: taken.signerId }
  const unopened = stood ? await startTakenBack(tx, actor, asking, happened) : []
  await tellTakenBack(tx, asking, { ...happened, recordedBy: taken.recordedBy }, unopened)
}
