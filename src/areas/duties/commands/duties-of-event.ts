import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { lookForLateSoon } from '../jobs/queue.ts'
import type { DutyEvent } from '../plan/event-duties.ts'
import { planEvent } from '../plan/event-duties.ts'
import { writePlanned } from '../plan/write-planned.ts'

/**
 * Makes the duties that the policy asks for when something happens; the same happening makes them once.
 * @returns how many are new.
 */
export async function dutiesOfEvent(tx: Tx, happened: DutyEvent): Promise<number> {
  const policy = await policyInForce(tx, happened.schoolId)
  const made = await asSystem(tx, async () => writePlanned(tx, policy, await planEvent(tx, policy, happened)))
  if (made === 0) return 0
  recordEvent(tx, {
    code: 'duty.caused',
    ...(happened.recordId === undefined ? {} : { recordId: happened.recordId }),
    ...(happened.personId === undefined ? {} : { personId: happened.personId }),
    policyVersionId: policy.id,
    details: { event: happened.event, cause: happened.id, made },
  })
  await refreshSoon(tx)
  await lookForLateSoon(tx)
  return made
}
