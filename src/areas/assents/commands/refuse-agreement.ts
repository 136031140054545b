import { writeNotices } from '#areas/notices/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { agreementText, clausesOf } from '../agreement-text.ts'
import { assertMaySign, capacityOf } from '../may-sign.ts'
import { paths } from '../paths.ts'
import { readPeople } from '../queries/read-people.ts'
import type { Request } from '../request.ts'
import { lockRequest } from '../request.ts'
import type { Matter } from '../settle.ts'
import { readMatter } from '../settle.ts'
import type { Told } from '../whom-to-tell.ts'
import { whomToTell } from '../whom-to-tell.ts'
import { writeSaid } from '../write-said.ts'
import type { NewSignature } from '../write-signature.ts'

export interface RefuseAgreement {
  readonly requestId: string
  /** What they want to talk about, if they say so. */
  readonly reason?: string
  readonly language?: string
  /** `screen` unless told. */
  readonly way?: 'link' | 'screen'
}

/**
 * "No, I want to talk to somebody first": written down, told to the person whom the policy names, and no reminder goes to
 * this signer any more. They may still sign later.
 * @throws as `signAgreement`.
 * @returns who will get in touch.
 */
export async function refuseAgreement(
  tx: Tx,
  actor: PersonActor,
  input: RefuseAgreement,
): Promise<{ signatureId: string; told: readonly string[] }> {
  const request = await lockRequest(tx, input.requestId)
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const now = nowIn(tx)
  const matter = await asSystem(tx, () => readMatter(tx, request))
  assertMaySign(matter, actor.personId, now)
  const text = agreementText(pack, request.assent, input.language)
  const own = await asSystem(tx, () => readPeople(tx, [actor.personId]))
  const said: NewSignature = {
    signerId: actor.personId,
    capacity: capacityOf(matter, request, actor.personId),
    outcome: 'refused',
    way: input.way ?? 'screen',
    typedName: own.get(actor.personId)?.name ?? '-',
    answers: {},
    fields: {},
    textHash: text.hash,
    language: text.language,
    recordedBy: null,
    reason: input.reason === undefined || input.reason === '' ? null : input.reason,
    signedAt: now,
  }
  const told = await asSystem(tx, () => whomToTell(tx, request))
  const entry = { code: 'agreement.refused', details: { reason: input.reason ?? '', told: told.people } }
  const { signatureId } = await writeSaid(tx, actor, { request, matter }, said, entry)
  await tellSomebody(tx, { request, matter, signatureId, signerId: actor.personId }, told)
  return { signatureId, told: told.people }
}

interface Refusal {
  readonly request: Request
  readonly matter: Matter
  readonly signatureId: string
  readonly signerId: string
}

async function tellSomebody(tx: Tx, { request, matter, signatureId, signerId }: Refusal, told: Told): Promise<void> {
  if (told.people.length === 0) return
  const people = await asSystem(tx, () => readPeople(tx, [signerId, request.aboutId]))
  const says = say('en', signerId === request.aboutId ? 'agreement.notice.refused_own' : 'agreement.notice.refused', {
    signer: people.get(signerId)?.name ?? '',
    name: people.get(request.aboutId)?.name ?? '',
  })
  await writeNotices(
    tx,
    told.people.map((readerId) => ({
      readerId,
      code: 'agreement.refused',
      says,
      href: paths.person.to(request.aboutId),
      // Each time that somebody says so, not once for the asking.
      subject: { kind: 'signature', id: signatureId },
      party: told.party,
      clauses: clausesOf(matter.assent),
      urgent: false,
    })),
  )
}
