import { refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { joinedTo } from '../queries/joined.ts'
import { takeBackExpiry } from './take-back-expiry.ts'

/** Ties a concern to the case that was opened from it, and takes it for whoever opened the case if nobody had. */
export async function settleConcernByCase(
  tx: Tx,
  actor: PersonActor,
  input: { concernId: string; recordId: string },
): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'taken_by', 'taken_at', 'policy_version_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.concernId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (concern.state === 'incident')
    throw new Refused('concern.case.already', 'A case has already been opened from this concern.')
  await tx
    .updateTable('app.concern')
    .set({
      state: 'incident',
      record_id: input.recordId,
      // It was closed before: whoever told it waits for the end of the case now.
      closed_at: null,
      taken_by: concern.taken_by ?? actor.personId,
      taken_at: concern.taken_at ?? nowText(tx),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concern.id)
    .execute()
  await takeBackExpiry(tx, concern.id)
  recordEvent(tx, {
    code: 'concern.became_incident',
    subject: { kind: 'concern', id: concern.id },
    recordId: input.recordId,
    policyVersionId: concern.policy_version_id,
  })
  // One that has a case of its own keeps it.
  for (const one of await joinedTo(tx, concern.id))
    if (one.state !== 'incident') await settleConcernByCase(tx, actor, { ...input, concernId: one.id })
  await refreshSoon(tx)
}
