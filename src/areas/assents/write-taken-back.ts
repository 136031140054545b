import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { agreementText, clausesOf } from './agreement-text.ts'
import { settle, withSaid } from './settle.ts'
import { startTakenBack } from './start-taken-back.ts'
import type { Asking } from './taking-back.ts'
import { tellTakenBack } from './tell-taken-back.ts'
import type { NewSignature } from './write-signature.ts'
import { writeSignature } from './write-signature.ts'

/** Who took what back, and how it came. */
export interface TakenBack extends Pick<NewSignature, 'signerId' | 'capacity' | 'way' | 'typedName' | 'recordedBy'> {
  /** The statements that go; none when all of it does. */
  readonly items: readonly string[]
  readonly reason: string
  readonly at: Temporal.Instant
}

/** Writes that something was taken back, settles the asking, begins what the policy starts then and tells somebody. */
export async function writeTakenBack(tx: Tx, actor: PersonActor, asking: Asking, taken: TakenBack): Promise<void> {
  const { request, matter, pack } = asking
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
  const id = await writeSignature(tx, actor, request, said)
  await asSystem(tx, () => settle(tx, request, withSaid(matter, request, said)))
  recordEvent(tx, {
    code: 'agreement.withdrawn',
    subject: { kind: 'signature', id },
    personId: request.aboutId,
    policyVersionId: request.policyVersionId,
    clauses: clausesOf(matter.assent),
    details: {
      assent: request.assent,
      request: request.id,
      signer: taken.signerId,
      way: taken.way,
      items: [...taken.items],
      reason: taken.reason,
      ...(taken.recordedBy === null ? {} : { recorded_by: taken.recordedBy }),
    },
  })
  const unopened = await startTakenBack(tx, actor, asking, { id, items: taken.items, signerId: taken.signerId })
  await tellTakenBack(tx, asking, taken, unopened)
}
