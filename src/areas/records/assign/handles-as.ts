import { policyVersion } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'

interface InCircle {
  readonly kind: string
  readonly circle: string
  readonly school_id: string
  readonly policy_version_id: string
}

/** Those of some records that a person handles. Asked once for each circle: a hundred records stand in one or two. */
export async function handlesAs<R extends InCircle>(tx: Tx, personId: string, records: readonly R[]): Promise<R[]> {
  const found: R[] = []
  for (const [, alike] of Map.groupBy(records, (one) => `${one.policy_version_id} ${one.circle}`)) {
    const [first] = alike
    if (first === undefined) continue
    const policy = await policyVersion(tx, first.policy_version_id, first.school_id)
    const { kind, circle } = first
    const parties = await asSystem(tx, () => actingAs(tx, policy, personId, { kind, circle, openedBy: null }))
    if (parties.includes('handler')) found.push(...alike)
  }
  return found
}
