import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { PolicyInForce } from './policy-in-force.ts'

/** The clauses of a version in the policy's order. */
export async function readClauses(
  tx: Tx,
  policy: PolicyInForce,
): Promise<{ id: string; section: string; says: string }[]> {
  return tx
    .selectFrom('app.clause')
    .select(['id', 'section', 'says'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('policy_version_id', '=', policy.id)
    .orderBy('position')
    .execute()
}
