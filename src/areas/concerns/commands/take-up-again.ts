import { refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { takeBackExpiry } from './take-back-expiry.ts'

/** Takes up a concern that was closed: the reporter wrote again, or it was not over. Why it was closed stays in the ledger. */
export async function takeUpAgain(tx: Tx, actor: PersonActor, concernId: string): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'taken_at', 'closed_at', 'closing_reason', 'policy_version_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concernId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (concern.state !== 'closed')
    throw new Refused('concern.again.open', 'Only a concern that was closed is taken up again.')
  await tx
    .updateTable('app.concern')
    .set({
      state: 'taken',
      taken_by: actor.personId,
      taken_at: concern.taken_at ?? nowText(tx),
      closed_at: null,
      closing_reason: null,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concern.id)
    .execute()
  await takeBackExpiry(tx, concern.id)
  recordEvent(tx, {
    code: 'concern.taken_up_again',
    subject: { kind: 'concern', id: concern.id },
    policyVersionId: concern.policy_version_id,
    details: { closed_at: concern.closed_at, reason: concern.closing_reason },
  })
  await refreshSoon(tx)
}
