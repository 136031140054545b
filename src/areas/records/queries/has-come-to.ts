import { policyVersion } from '#areas/policy/index.ts'
import { replay } from '#pack/engines/flow/replay.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { flowContext } from '../flow-context.ts'
import { loadRun } from '../run-store.ts'

interface Reached {
  readonly id: string
  readonly kind: string
  readonly school_id: string
  readonly policy_version_id: string
}

const THERE: ReadonlySet<string> = new Set(['open', 'running', 'done'])

/** Whether a record has come to a step of its own chart on the way that stands: it is open there, or went on from there. */
export const hasComeTo = (tx: Tx, record: Reached, stepId: string): Promise<boolean> =>
  asSystem(tx, async () => {
    const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
    const state = replay(policy.pack, await loadRun(tx, record.id), await flowContext(tx, policy, record))
    return [...state.visits.values()].some(
      (visit) => visit.stepId === stepId && visit.frame.chart.ref === `record/${record.kind}` && THERE.has(visit.state),
    )
  })
