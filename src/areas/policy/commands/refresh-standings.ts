import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { PolicyInForce } from '../queries/policy-in-force.ts'
import { policyInForce } from '../queries/policy-in-force.ts'
import type { ControlStanding, StandingSource } from '../standings/standing-source.ts'

/**
 * Asks every area how its controls stand and stores the answers. Run as the system actor.
 * @returns when the next of them changes by itself, or null.
 */
export async function refreshStandings(tx: Tx, sources: readonly StandingSource[]): Promise<Temporal.Instant | null> {
  const policy = await policyInForce(tx)
  const refs = [...new Set(policy.pack.clauses.flatMap((clause) => clause.kept_by))]
  const found = new Map<string, ControlStanding>()
  for (const source of sources) {
    const own = refs.filter((ref) => source.kinds.includes(ref.slice(0, ref.indexOf('/'))))
    if (own.length === 0) continue
    for (const [ref, standing] of await source.standings(tx, policy, own)) found.set(ref, standing)
  }
  await store(tx, policy, found)
  const next = [...found.values()].flatMap((standing) => standing.changesAt ?? []).sort(Temporal.Instant.compare)
  return next[0] ?? null
}

async function store(tx: Tx, policy: PolicyInForce, found: ReadonlyMap<string, ControlStanding>): Promise<void> {
  const organisationId = contextOf(tx).actor.organisationId
  await tx
    .deleteFrom('app.standing')
    .where('organisation_id', '=', organisationId)
    .where('policy_version_id', '=', policy.id)
    .execute()
  if (found.size === 0) return
  const computedAt = nowText(tx)
  await tx
    .insertInto('app.standing')
    .values(
      [...found].map(([control, standing]) => ({
        organisation_id: organisationId,
        policy_version_id: policy.id,
        control,
        state: standing.state,
        proof: standing.state === 'kept' ? standing.proof : null,
        says: standing.says,
        counts: JSON.stringify(standing.counts ?? {}),
        since: standing.since?.toString() ?? null,
        computed_at: computedAt,
        changes_at: standing.changesAt?.toString() ?? null,
      })),
    )
    .execute()
}
