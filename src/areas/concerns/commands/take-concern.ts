import { refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { openJoined } from '../queries/joined.ts'

/**
 * Somebody of the circle takes a concern: from now on the others see who has it. What is dealt with together is taken
 * together; `by` is who has the other one.
 */
export async function takeConcern(
  tx: Tx,
  actor: PersonActor,
  concernId: string,
  by: string | null = actor.personId,
): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'taken_by', 'taken_at', 'policy_version_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concernId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (concern.taken_by === by) return
  if (concern.state === 'closed' || concern.state === 'incident')
    throw new Refused('concern.take.settled', 'Somebody has already dealt with this concern.')
  await tx
    .updateTable('app.concern')
    .set({ state: 'taken', taken_by: by, taken_at: concern.taken_at ?? nowText(tx) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concern.id)
    .execute()
  recordEvent(tx, {
    code: 'concern.taken',
    subject: { kind: 'concern', id: concern.id },
    policyVersionId: concern.policy_version_id,
    details: { before: concern.taken_by },
  })
  for (const one of await openJoined(tx, concern.id)) await takeConcern(tx, actor, one.id, by)
  await refreshSoon(tx)
}
