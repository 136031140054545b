import { sql } from 'kysely'
import { policyVersion } from '#areas/policy/index.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { AgreementText } from '../agreement-text.ts'
import { agreementText, assentOf, clausesOf } from '../agreement-text.ts'
import { linkHash } from '../link-token.ts'
import { readAnswers } from '../may-sign.ts'
import type { Answer } from '../write-signature.ts'

/** What a link asks of whoever holds it: a text, and nothing of the record. */
export interface LinkAsks {
  readonly id: string
  readonly recordId: string
  readonly policyVersionId: string
  readonly clauses: readonly string[]
  readonly text: AgreementText
}

/**
 * Opens a link, for nobody in particular.
 * @throws NotFound when it was used, is over, or never was: which of them is not told.
 */
export async function openAnswerLink(tx: Tx, token: string): Promise<LinkAsks> {
  const { rows } = await sql<{
    id: string
    record_id: string
    assent: string
    policy_version_id: string
    school_id: string
  }>`select * from app.open_answer_link(${linkHash(token)}, ${nowText(tx)})`.execute(tx)
  const [link] = rows
  if (link === undefined) throw new NotFound('agreement.link.over')
  const { pack } = await asSystem(tx, () => policyVersion(tx, link.policy_version_id, link.school_id))
  return {
    id: link.id,
    recordId: link.record_id,
    policyVersionId: link.policy_version_id,
    clauses: clausesOf(assentOf(pack, link.assent)),
    text: agreementText(pack, link.assent),
  }
}

export interface AnswerByLink {
  readonly typedName: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly textHash: string
}

/**
 * Answers what a link asks. It can be done once.
 * @throws NotFound as `openAnswerLink`, also when somebody answered in the meantime; Refused for a text that has changed.
 */
export async function answerByLink(tx: Tx, token: string, input: AnswerByLink): Promise<void> {
  const asks = await openAnswerLink(tx, token)
  if (input.textHash !== asks.text.hash)
    throw new Refused('agreement.sign.text_changed', say('en', 'agreement.refused.text_changed'))
  const answers = readAnswers(asks.text, input.answers)
  const given = JSON.stringify({ items: answers })
  const { rows } = await sql<{ taken: boolean }>`
    select app.answer_by_link(${linkHash(token)}, ${nowText(tx)}, ${input.typedName}, ${given}::jsonb,
      ${Buffer.from(asks.text.hash, 'hex')}) as taken`.execute(tx)
  if (rows[0]?.taken !== true) throw new NotFound('agreement.link.over')
  recordEvent(tx, {
    code: 'agreement.link.answered',
    subject: { kind: 'answer_link', id: asks.id },
    recordId: asks.recordId,
    policyVersionId: asks.policyVersionId,
    clauses: asks.clauses,
    details: { assent: asks.text.assent, answers, text: asks.text.hash },
  })
}
