import { policyInForce, textOf } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/** What the school's own policy calls its posts. Before a policy is published, their ids with spaces. */
export async function postNames(tx: Tx): Promise<(post: string) => string> {
  const parties = await partiesOf(tx)
  return (post) => {
    const party = parties[post]
    return party === undefined ? post.replaceAll('_', ' ') : textOf(party.says)
  }
}

async function partiesOf(tx: Tx) {
  try {
    return (await policyInForce(tx)).pack.parties
  } catch (fault) {
    if (fault instanceof Refused) return {}
    throw fault
  }
}
