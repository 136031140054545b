import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { agreementText, clausesOf } from '../agreement-text.ts'
import { capacityOf, lastSaid } from '../may-sign.ts'
import { readPeople } from '../queries/read-people.ts'
import { lockRequest } from '../request.ts'
import { readMatter, settle, withSaid } from '../settle.ts'
import type { NewSignature } from '../write-signature.ts'
import { writeSignature } from '../write-signature.ts'

/**
 * Takes a signature back, where the policy lets whoever signed do so.
 * @throws Refused when the agreement cannot be withdrawn, or when the actor has not signed it.
 */
export async function withdrawAgreement(
  tx: Tx,
  actor: PersonActor,
  input: { readonly requestId: string; readonly reason?: string },
): Promise<void> {
  const request = await lockRequest(tx, input.requestId)
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const matter = await asSystem(tx, () => readMatter(tx, request))
  const capacity = capacityOf(matter, request, actor.personId)
  if (capacity === 'other' || matter.assent.withdraw?.by.includes(capacity) !== true)
    throw new Refused('agreement.withdraw.never', say('en', 'agreement.refused.withdraw'))
  if (lastSaid(matter, actor.personId)?.says !== 'agreed')
    throw new Refused('agreement.withdraw.unsigned', say('en', 'agreement.refused.unsigned'))
  const text = agreementText(pack, request.assent)
  const own = await asSystem(tx, () => readPeople(tx, [actor.personId]))
  const said: NewSignature = {
    signerId: actor.personId,
    capacity,
    outcome: 'withdrawn',
    way: 'screen',
    typedName: own.get(actor.personId)?.name ?? '-',
    answers: {},
    fields: {},
    textHash: text.hash,
    language: text.language,
    recordedBy: null,
    reason: input.reason ?? null,
    signedAt: nowIn(tx),
  }
  const id = await writeSignature(tx, actor, request, said)
  await asSystem(tx, () => settle(tx, request, withSaid(matter, request, said)))
  recordEvent(tx, {
    code: 'agreement.withdrawn',
    subject: { kind: 'signature', id },
    personId: request.aboutId,
    policyVersionId: request.policyVersionId,
    clauses: clausesOf(matter.assent),
    details: { assent: request.assent, request: request.id, signer: actor.personId, reason: input.reason ?? '' },
  })
}
