import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** The case that somebody complains of, as far as anybody may know who has its number. */
export interface ComplainedOf {
  readonly id: string
  readonly kind: string
  readonly schoolId: string
  readonly reference: string
  readonly policy: PolicyInForce
}

/**
 * A case by its number, also for whoever may not see it: a complaint needs no more than the number on a letter. Only kinds
 * about whose handling the policy lets people complain.
 */
export async function findCase(tx: Tx, typed: string): Promise<ComplainedOf | null> {
  const reference = /[a-z]+-\d+/i.exec(typed)?.[0].toUpperCase()
  if (reference === undefined) return null
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.record')
      .select(['id', 'kind', 'school_id', 'reference', 'policy_version_id'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('reference', '=', reference)
      .where('state', 'in', ['open', 'closed'])
      .orderBy('id')
      .execute(),
  )
  for (const row of rows) {
    const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
    if (policy.pack.records[row.kind]?.complaints !== undefined)
      return { id: row.id, kind: row.kind, schoolId: row.school_id, reference: row.reference, policy }
  }
  return null
}
