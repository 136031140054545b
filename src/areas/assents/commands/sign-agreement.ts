import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { AgreementText } from '../agreement-text.ts'
import { agreementText, clausesOf } from '../agreement-text.ts'
import { allAgreed, assertMaySign, capacityOf, readAnswers } from '../may-sign.ts'
import { lockRequest } from '../request.ts'
import { sendCopy } from '../send-copy.ts'
import { readMatter, settle, withSaid } from '../settle.ts'
import type { Answer, NewSignature } from '../write-signature.ts'
import { writeSignature } from '../write-signature.ts'

export interface SignAgreement {
  readonly requestId: string
  readonly typedName: string
  /** By the id of the statement; left out, every statement is agreed to. */
  readonly answers?: Readonly<Record<string, Answer>>
  /** What else stands on the slip, such as a job title. */
  readonly fields?: Readonly<Record<string, string>>
  /** The hash of the text that was on the page; left out, of the text as it is. */
  readonly textHash?: string
  readonly language?: string
  /** `screen` unless told: the signer's own sign-in; `link` by mail, `class` on signing day. */
  readonly way?: 'link' | 'screen' | 'class'
}

/**
 * Signs an agreement for oneself or, with the right to act for them, for a child. Each parent's answer is their own.
 * @throws NotFound when the actor may not see the asking; Forbidden when nobody asks them; Refused for a second signature,
 *   for a text that has changed since it was shown, and for a statement that was not agreed to.
 */
export async function signAgreement(
  tx: Tx,
  actor: PersonActor,
  input: SignAgreement,
): Promise<{ signatureId: string; settled: boolean }> {
  const request = await lockRequest(tx, input.requestId)
  const { pack } = await policyVersion(tx, request.policyVersionId)
  const now = nowIn(tx)
  const matter = await asSystem(tx, () => readMatter(tx, request))
  assertMaySign(matter, actor.personId, now)
  const text = agreementText(pack, request.assent, input.language)
  assertShown(text, input)
  const answers = readAnswers(text, input.answers ?? allAgreed(text))
  const said: NewSignature = {
    signerId: actor.personId,
    capacity: capacityOf(matter, request, actor.personId),
    outcome: 'signed',
    way: input.way ?? 'screen',
    typedName: input.typedName,
    answers,
    fields: input.fields ?? {},
    textHash: text.hash,
    language: text.language,
    recordedBy: null,
    reason: null,
    signedAt: now,
  }
  const signatureId = await writeSignature(tx, actor, request, said)
  const standing = await asSystem(tx, async () => {
    await sendCopy(tx, request, { signerId: actor.personId, title: text.title })
    return settle(tx, request, withSaid(matter, request, said))
  })
  recordEvent(tx, {
    code: 'agreement.signed',
    subject: { kind: 'signature', id: signatureId },
    personId: request.aboutId,
    policyVersionId: request.policyVersionId,
    clauses: clausesOf(matter.assent),
    details: {
      assent: request.assent,
      request: request.id,
      signer: actor.personId,
      typed_name: input.typedName,
      way: input.way ?? 'screen',
      answers,
      fields: input.fields ?? {},
      text: text.hash,
      language: text.language,
    },
  })
  return { signatureId, settled: standing.state === 'signed' }
}

function assertShown(text: AgreementText, input: SignAgreement): void {
  if (input.textHash !== undefined && input.textHash !== text.hash)
    throw new Refused('agreement.sign.text_changed', say('en', 'agreement.refused.text_changed'))
  if (input.typedName.trim() === '') throw new Refused('agreement.sign.no_name', say('en', 'agreement.error.name'))
}
