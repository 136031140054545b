import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { agreementText } from '../agreement-text.ts'
import { allAgreed, assertMaySign, capacityOf, namedBy, readAnswers } from '../may-sign.ts'
import { readPeople } from '../queries/read-people.ts'
import { lockRequest } from '../request.ts'
import { readMatter } from '../settle.ts'
import { momentOf } from '../slip-moment.ts'
import { assertStaff } from '../staff.ts'
import { writeSaid } from '../write-said.ts'
import type { Answer, NewSignature } from '../write-signature.ts'

export interface RecordPaperSlip {
  readonly requestId: string
  /** Who signed the slip. */
  readonly signerId: string
  /** The date on the slip. */
  readonly signedOn: Temporal.PlainDate
  /** The name as it stands on the slip; left out, the signer's own. */
  readonly typedName?: string
  /** By the id of the statement, as it stands on the slip: yes and no for each use. Left out, every statement is agreed to. */
  readonly answers?: Readonly<Record<string, Answer>>
  readonly fields?: Readonly<Record<string, string>>
  readonly note?: string
}

/**
 * Records a slip that was signed on paper, as the member of staff who has seen it.
 * @throws Forbidden when the actor is not staff or nobody asks the signer; Refused for one's own slip, a date to come, a
 *   second signature, or a use to which the slip says neither yes nor no.
 */
export async function recordPaperSlip(
  tx: Tx,
  actor: PersonActor,
  input: RecordPaperSlip,
): Promise<{ signatureId: string; settled: boolean }> {
  await assertStaff(tx, actor)
  if (input.signerId === actor.personId)
    throw new Refused('agreement.paper.own', say('en', 'agreement.refused.own_slip'))
  const request = await lockRequest(tx, input.requestId)
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const now = nowIn(tx)
  const matter = await asSystem(tx, () => readMatter(tx, request))
  if (!matter.assent.ways.includes('paper'))
    throw new Refused('agreement.paper.none', say('en', 'agreement.refused.no_paper'))
  assertMaySign(matter, input.signerId, now)
  const signedAt = momentOf(input.signedOn, now, matter.calendar)
  const text = agreementText(pack, request.assent)
  const answers = readAnswers(text, { ...allAgreed(text), ...input.answers })
  const capacity = capacityOf(matter, request, input.signerId)
  const named = await namedBy(tx, request, capacity, input.fields ?? {})
  const names = await readPeople(tx, [input.signerId])
  const typedName = input.typedName?.trim() || (names.get(input.signerId)?.name ?? '-')
  const said: NewSignature = {
    signerId: input.signerId,
    capacity,
    outcome: 'signed',
    way: 'paper',
    typedName,
    answers,
    fields: input.fields ?? {},
    textHash: text.hash,
    language: text.language,
    recordedBy: actor.personId,
    reason: input.note === undefined || input.note === '' ? null : input.note,
    signedAt,
  }
  const details = {
    typed_name: typedName,
    seen_by: actor.personId,
    signed_on: input.signedOn.toString(),
    answers,
    text: text.hash,
    note: input.note ?? '',
  }
  const entry = { code: 'agreement.paper', details }
  const { signatureId, standing } = await writeSaid(tx, actor, { request, matter }, said, entry, named)
  return { signatureId, settled: standing.state === 'signed' }
}
