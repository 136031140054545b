import { refreshSoon } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { OVER } from '../request.ts'

/** Ends everything that is asked about somebody who leaves. What was signed stays. Run as the system. */
export async function endRequestsOf(tx: Tx, _system: Actor, personIds: string | readonly string[]): Promise<number> {
  const ids = typeof personIds === 'string' ? [personIds] : personIds
  if (ids.length === 0) return 0
  const { organisationId } = contextOf(tx).actor
  const ended = await tx
    .updateTable('app.assent_request')
    .set({ state: 'ended' })
    .where('organisation_id', '=', organisationId)
    .where('about_id', 'in', ids)
    .where('state', 'not in', OVER)
    .returning(['id', 'about_id', 'policy_version_id'])
    .execute()
  const [first] = ended
  if (first === undefined) return 0
  recordEvent(tx, {
    code: 'agreement.ended',
    ...(ids.length === 1 ? { personId: first.about_id } : {}),
    policyVersionId: first.policy_version_id,
    details: { ended: ended.length, requests: ended.map((one) => one.id) },
  })
  await refreshSoon(tx)
  return ended.length
}
