import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { FlowContext } from '#pack/engines/flow/run.ts'
import { knowsNothing } from '#pack/engines/judge.ts'
import type { Tx } from '#platform/database/tx.ts'

/** What the engine is given beside pack and run: the school's days, and who decides expressions. */
export async function flowContext(tx: Tx, _policy: PolicyInForce, schoolId: string): Promise<FlowContext> {
  return { calendar: await readCalendar(tx, schoolId), judge: knowsNothing, rows: {} }
}
