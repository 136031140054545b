import { looksAfter } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Whether somebody sees the duties of all: whoever looks after them by the policy, and governors, who read. */
export const seesAll = async (tx: Tx, actor: PersonActor): Promise<boolean> =>
  actor.audience === 'governor' || (await looksAfter(tx, 'duties'))
