import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { agreementText, clausesOf } from '../agreement-text.ts'
import { assertMaySign, capacityOf } from '../may-sign.ts'
import { paths } from '../paths.ts'
import { readPeople } from '../queries/read-people.ts'
import type { Request } from '../request.ts'
import { lockRequest } from '../request.ts'
import { readMatter, settle, withSaid } from '../settle.ts'
import { whomToTell } from '../whom-to-tell.ts'
import type { NewSignature } from '../write-signature.ts'
import { writeSignature } from '../write-signature.ts'

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
  const signatureId = await writeSignature(tx, actor, request, said)
  const told = await asSystem(tx, async () => {
    await settle(tx, request, withSaid(matter, request, said))
    return tellSomebody(tx, request, actor.personId, clausesOf(matter.assent))
  })
  recordEvent(tx, {
    code: 'agreement.refused',
    subject: { kind: 'signature', id: signatureId },
    personId: request.aboutId,
    policyVersionId: request.policyVersionId,
    clauses: clausesOf(matter.assent),
    details: { assent: request.assent, request: request.id, signer: actor.personId, reason: input.reason ?? '', told },
  })
  return { signatureId, told }
}

async function tellSomebody(tx: Tx, request: Request, signerId: string, clauses: readonly string[]): Promise<string[]> {
  const told = await whomToTell(tx, request)
  if (told.people.length === 0) return []
  const people = await readPeople(tx, [signerId, request.aboutId])
  const { actor, clock } = contextOf(tx)
  await tx
    .insertInto('app.notice')
    .values(
      told.people.map((readerId) => ({
        organisation_id: actor.organisationId,
        id: newId(clock),
        reader_id: readerId,
        code: 'agreement.refused',
        says: say('en', signerId === request.aboutId ? 'agreement.notice.refused_own' : 'agreement.notice.refused', {
          signer: people.get(signerId)?.name ?? '',
          name: people.get(request.aboutId)?.name ?? '',
        }),
        href: paths.person.to(request.aboutId),
        subject_kind: 'assent_request',
        subject_id: request.id,
        party: told.party,
        clauses: [...clauses],
        written_at: nowText(tx),
      })),
    )
    .execute()
  return [...told.people]
}
