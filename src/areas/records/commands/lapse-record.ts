import { policyVersion } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { endRecord } from './close-record.ts'
import { lockRecord } from './take-step.ts'

/** Ends what was asked for and never decided, because the case that it was for does not need it any longer. */
export async function lapseRecord(tx: Tx, actor: SystemActor, recordId: string): Promise<void> {
  const record = await lockRecord(tx, actor, recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  await endRecord(tx, record, policy, 'lapsed')
}
