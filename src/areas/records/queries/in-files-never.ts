import type { PolicyInForce } from '#areas/policy/index.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import type { Tx } from '#platform/database/tx.ts'
import { flowContext } from '../flow-context.ts'
import { loadRun } from '../run-store.ts'

/** Whether a record stands now in a procedure of the policy in which there are never any files. */
export async function inFilesNever(
  tx: Tx,
  policy: PolicyInForce,
  record: { readonly id: string; readonly school_id: string },
): Promise<boolean> {
  const run = await loadRun(tx, record.id)
  const context = await flowContext(tx, policy, record)
  return openSteps(policy.pack, run, context).some((step) => step.filesNever && !step.early)
}
