import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import type { AgreementText } from './agreement-text.ts'
import { agreementText } from './agreement-text.ts'
import type { SignAgreement } from './commands/sign-agreement.ts'
import { allAgreed, assertMaySign, capacityOf, namedBy, readAnswers } from './may-sign.ts'
import { lockRequest } from './request.ts'
import { sendCopy } from './send-copy.ts'
import type { Matter } from './settle.ts'
import { readMatter } from './settle.ts'
import { writeSaid } from './write-said.ts'
import type { NewSignature } from './write-signature.ts'

/** Who signs, in which way, and who was present. */
export interface SignedHow {
  readonly signerId: string
  /** The way that is written down; it may refuse one that the agreement does not have. */
  readonly wayOf: (matter: Matter, capacity: NewSignature['capacity']) => NewSignature['way']
  /** The member of staff in whose presence it was signed, or null. */
  readonly witness: string | null
}

/** Checks that somebody may sign what was shown to them, writes it, sends their copy and settles the asking. */
export async function writeSigned(
  tx: Tx,
  actor: PersonActor,
  input: SignAgreement,
  how: SignedHow,
): Promise<{ signatureId: string; settled: boolean }> {
  const request = await lockRequest(tx, input.requestId)
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const now = nowIn(tx)
  const matter = await asSystem(tx, () => readMatter(tx, request))
  assertMaySign(matter, how.signerId, now)
  const capacity = capacityOf(matter, request, how.signerId)
  const way = how.wayOf(matter, capacity)
  const text = agreementText(pack, request.assent, input.language)
  if (text.anonymous) throw new Forbidden('agreement.sign.survey')
  assertShown(text, input)
  const answers = readAnswers(text, input.answers ?? allAgreed(text))
  const fields = input.fields ?? {}
  const named = await namedBy(tx, request, capacity, fields)
  const said: NewSignature = {
    signerId: how.signerId,
    capacity,
    outcome: 'signed',
    way,
    typedName: input.typedName,
    answers,
    fields,
    textHash: text.hash,
    language: text.language,
    recordedBy: how.witness,
    reason: null,
    signedAt: now,
  }
  const details = {
    typed_name: input.typedName,
    way,
    ...(how.witness === null ? {} : { in_presence_of: how.witness }),
    answers,
    fields,
    text: text.hash,
    language: text.language,
  }
  const entry = { code: 'agreement.signed', details }
  const { signatureId, standing } = await writeSaid(tx, actor, { request, matter }, said, entry, named)
  await asSystem(tx, () => sendCopy(tx, request, { signerId: how.signerId, title: text.title }))
  return { signatureId, settled: standing.state === 'signed' }
}

function assertShown(text: AgreementText, input: SignAgreement): void {
  if (input.textHash !== undefined && input.textHash !== text.hash)
    throw new Refused('agreement.sign.text_changed', say('en', 'agreement.refused.text_changed'))
  if (input.typedName.trim() === '') throw new Refused('agreement.sign.no_name', say('en', 'agreement.error.name'))
}
