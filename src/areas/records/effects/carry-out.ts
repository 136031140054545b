import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'
import type { LockedRecord } from './commands/take-step.ts'

/** Carries out what a step causes. Locks are set at once; notices and duties go to the areas that keep them, as jobs. Runs as the system. */
export async function carryOut(tx: Tx, _policy: PolicyInForce, record: LockedRecord, taken: Taken): Promise<void> {
  for (const due of taken.effects) {
    if ('lock' in due.effect && due.effect.lock === 'files') {
      await tx
        .updateTable('app.record')
        .set({ files_locked: true })
        .where('organisation_id', '=', contextOf(tx).actor.organisationId)
        .where('id', '=', record.id)
        .execute()
    }
    if ('notify' in due.effect || 'start' in due.effect)
      await enqueue(tx, 'record_effect', { recordId: record.id, key: due.key, effect: due.effect, branch: due.branch })
  }
}
