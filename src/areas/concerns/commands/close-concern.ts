import { refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { openJoined } from '../queries/joined.ts'
import { tellReporter } from './tell-reporter.ts'

/**
 * Closes a concern that needs no incident, with the reason, and the closing answer to a reporter who wanted one. What is
 * dealt with together is closed together, and each reporter who wanted an answer gets it in their own conversation.
 */
export async function closeConcern(
  tx: Tx,
  actor: PersonActor,
  input: { concernId: string; reason: string; answer: string },
): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'wants_answer', 'policy_version_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.concernId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (concern.state === 'closed') throw new Refused('concern.close.closed', 'This concern is closed already.')
  const joined = await openJoined(tx, concern.id)
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
    .set({ state: 'closed', closed_at: now, closing_reason: input.reason })
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
