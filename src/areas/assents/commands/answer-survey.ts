import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { agreementText } from '../agreement-text.ts'
import { assertMaySign, capacityOf, readAnswers } from '../may-sign.ts'
import { readPeople } from '../queries/read-people.ts'
import { lockRequest } from '../request.ts'
import { readMatter } from '../settle.ts'
import { assertStaff } from '../staff.ts'
import { countAnswers } from '../survey-count.ts'
import { writeSaid } from '../write-said.ts'
import type { Answer, NewSignature } from '../write-signature.ts'
import { wayOfPresence } from './sign-in-person.ts'

export interface AnswerSurvey {
  readonly requestId: string
  /** By the id of the statement. */
  readonly answers: Readonly<Record<string, Answer>>
  readonly textHash?: string
  readonly language?: string
  /** `screen` unless told. */
  readonly way?: 'link' | 'screen'
  /** Whoever answers on a device of the school; the one who acts is then the member of staff beside them. */
  readonly signerId?: string
}

/**
 * Answers a survey without names: it is written that somebody has answered, so that nobody reminds them, and the answers are
 * counted apart. Neither the signature nor the ledger holds an answer.
 * @throws Forbidden when nobody asks them; Refused for a second time, a survey that is over, or a question left out that
 *   wants an answer.
 */
export async function answerSurvey(tx: Tx, actor: PersonActor, input: AnswerSurvey): Promise<void> {
  const signerId = input.signerId ?? actor.personId
  const present = signerId !== actor.personId
  if (present) await assertStaff(tx, actor)
  const request = await lockRequest(tx, input.requestId)
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const matter = await asSystem(tx, () => readMatter(tx, request))
  const { assent, calendar } = matter
  assertMaySign(matter, signerId, nowIn(tx))
  const text = agreementText(pack, request.assent, input.language)
  if (!text.anonymous || (input.textHash !== undefined && input.textHash !== text.hash))
    throw new Refused('agreement.sign.text_changed', say('en', 'agreement.refused.text_changed'))
  const capacity = capacityOf(matter, request, signerId)
  const way = present ? wayOfPresence(capacity) : (input.way ?? 'screen')
  if (present && !assent.ways.some((one) => one === way))
    throw new Refused('agreement.present.none', say('en', 'agreement.refused.no_presence'))
  const answers = readAnswers(text, input.answers)
  const people = await asSystem(tx, () => readPeople(tx, [signerId]))
  const said: NewSignature = {
    signerId,
    capacity,
    outcome: 'signed',
    way,
    typedName: people.get(signerId)?.name ?? '-',
    answers: {},
    fields: {},
    textHash: text.hash,
    language: text.language,
    recordedBy: present ? actor.personId : null,
    reason: null,
    signedAt: nowIn(tx),
  }
  const entry = { code: 'survey.answered', details: { way, text: text.hash } }
  await writeSaid(tx, actor, { request, matter }, said, entry)
  const textHash = agreementText(pack, request.assent).hash
  await asSystem(tx, () => countAnswers(tx, { request, assent, textHash, calendar }, answers))
}
