import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { LINK_LASTS, linkHash, newLinkToken } from '../link-token.ts'
import { readDescribedAsked } from '../queries/described-asked.ts'
import { assertStaff } from '../staff.ts'

export interface MakeAnswerLink {
  readonly recordId: string
  /** Who is described in the record. */
  readonly personId: string
  readonly assent: string
}

/**
 * Makes the link by which somebody who is only described answers once. An older one that was not used is over then.
 * @throws NotFound when the actor may not see the record or nobody is asked so; Refused when it was answered.
 * @returns what the link carries: shown once, and kept nowhere.
 */
export async function makeAnswerLink(tx: Tx, actor: PersonActor, input: MakeAnswerLink): Promise<string> {
  await assertStaff(tx, actor)
  const record = await readDescribedAsked(tx, input.recordId)
  const asked = record.asked.find((one) => one.personId === input.personId && one.assent === input.assent)
  if (asked === undefined) throw new NotFound('agreement.missing')
  if (asked.state === 'answered') throw new Refused('agreement.link.answered', 'They have answered already.')
  // Whoever only reads the record, in an emergency or to hear a complaint, asks nobody. The row policies say so too.
  const { rows } = await sql<{ may: boolean }>`select app.may_change_record(${record.id}::uuid) as may`.execute(tx)
  if (rows[0]?.may !== true) throw new Forbidden('agreement.link')
  await endOlder(tx, input)
  const token = newLinkToken()
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.answer_link')
    .values({
      organisation_id: actor.organisationId,
      id,
      record_id: input.recordId,
      record_person_id: input.personId,
      assent: input.assent,
      policy_version_id: record.policy.id,
      token_hash: linkHash(token),
      made_by: actor.personId,
      made_at: nowText(tx),
      expires_at: nowIn(tx).add(LINK_LASTS).toString(),
    })
    .execute()
  recordEvent(tx, {
    code: 'agreement.link.made',
    subject: { kind: 'answer_link', id },
    recordId: input.recordId,
    policyVersionId: record.policy.id,
    details: { assent: input.assent, person: input.personId },
  })
  return token
}

const endOlder = (tx: Tx, input: MakeAnswerLink) =>
  tx
    .updateTable('app.answer_link')
    .set({ expires_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', input.recordId)
    .where('record_person_id', '=', input.personId)
    .where('assent', '=', input.assent)
    .where('used_at', 'is', null)
    .execute()
