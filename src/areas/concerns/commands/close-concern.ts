import { refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { caseIsOver } from '../queries/case-is-over.ts'
import { endingWith } from '../queries/joined.ts'
import { tellReporter } from './tell-reporter.ts'

/**
 * Closes a concern with the reason, and the closing answer to a reporter who wanted one. One that became a case is finished
 * when the case is over, and goes on belonging to it. What is dealt with together is closed together, and each reporter who
 * wanted an answer gets it in their own conversation.
 */
export async function closeConcern(
  tx: Tx,
  actor: PersonActor,
  input: { concernId: string; reason: string; answer: string },
): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'wants_answer', 'policy_version_id', 'record_id', 'closed_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.concernId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (concern.state === 'closed' || concern.closed_at !== null)
    throw new Refused('concern.close.closed', 'This concern is closed already.')
  const isCase = concern.state === 'incident'
  if (isCase && !(await caseIsOver(tx, concern.record_id)))
    throw new Refused('concern.close.case_open', 'The case that came of this is still open. Close the case first.')
  const joined = await endingWith(tx, { id: concern.id, recordId: concern.record_id })
  if (input.answer === '' && (concern.wants_answer || joined.some((one) => one.wantsAnswer)))
    throw new Refused('concern.close.unanswered', 'The person who told us wants an answer: write one before closing.')
  const now = nowText(tx)
  if (input.answer !== '') {
    const id = newId(contextOf(tx).clock)
    await tx
      .insertInto('app.concern_message')
      .values({
        organisation_id: actor.organisationId,
        concern_id: concern.id,
        id,
        direction: 'to_reporter',
        author_id: actor.personId,
        body: input.answer,
        written_at: now,
      })
      .execute()
    await tellReporter(tx, concern.id, id)
  }
  await tx
    .updateTable('app.concern')
    .set({ ...(isCase ? {} : { state: 'closed' }), closed_at: now, closing_reason: input.reason })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concern.id)
    .execute()
  recordEvent(tx, {
    code: 'concern.closed',
    subject: { kind: 'concern', id: concern.id },
    policyVersionId: concern.policy_version_id,
    details: { reason: input.reason, answered: input.answer !== '' },
  })
  for (const one of joined) await closeConcern(tx, actor, { ...input, concernId: one.id })
  await refreshSoon(tx)
}
