import { mayKeepPolicy } from '#areas/drafting/index.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/** @throws Forbidden for whoever does not keep the policy. */
export async function assertKeeps(tx: Tx): Promise<void> {
  if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
}
