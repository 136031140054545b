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

/** Writes what is new or different. Hundreds stand as they stood, and writing them all again is most of the work. */
async function store(tx: Tx, policy: PolicyInForce, found: ReadonlyMap<string, ControlStanding>): Promise<void> {
  const organisationId = contextOf(tx).actor.organisationId
  const stored = await tx
    .selectFrom('app.standing')
    .select(['control', 'state', 'proof', 'says', 'counts', 'since', 'changes_at'])
    .where('organisation_id', '=', organisationId)
    .where('policy_version_id', '=', policy.id)
    .execute()
  const known = new Map(stored.map((row) => [row.control, textOf(row)]))
  const rows = [...found].map(([control, standing]) => ({ control, ...rowOf(standing) }))
  const changed = rows.filter((row) => known.get(row.control) !== textOf(row))
  const gone = stored.flatMap(({ control }) => (found.has(control) ? [] : [control]))
  if (gone.length > 0)
    await tx
      .deleteFrom('app.standing')
      .where('organisation_id', '=', organisationId)
      .where('policy_version_id', '=', policy.id)
      .where('control', 'in', gone)
      .execute()
  if (changed.length === 0) return
  const place = { organisation_id: organisationId, policy_version_id: policy.id, computed_at: nowText(tx) }
  await tx
    .insertInto('app.standing')
    .values(changed.map((row) => ({ ...place, ...row, counts: JSON.stringify(row.counts) })))
    .onConflict((existing) =>
      existing.columns(['organisation_id', 'policy_version_id', 'control']).doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        proof: row.ref('excluded.proof'),
        says: row.ref('excluded.says'),
        counts: row.ref('excluded.counts'),
        since: row.ref('excluded.since'),
        computed_at: row.ref('excluded.computed_at'),
        changes_at: row.ref('excluded.changes_at'),
      })),
    )
    .execute()
}

const rowOf = (standing: ControlStanding) => ({
  state: standing.state,
  proof: standing.state === 'kept' ? standing.proof : null,
  says: standing.says,
  counts: standing.counts ?? {},
  since: standing.since?.toString() ?? null,
  changes_at: standing.changesAt?.toString() ?? null,
})

interface StandingRow {
  readonly state: string
  readonly proof: string | null
  readonly says: string
  readonly counts: unknown
  readonly since: string | null
  readonly changes_at: string | null
}

/** The same text for the same standing, however the database writes times and orders counts. */
const textOf = (row: StandingRow): string =>
  JSON.stringify([
    row.state,
    row.proof,
    row.says,
    Object.entries(row.counts ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    momentOf(row.since),
    momentOf(row.changes_at),
  ])

const momentOf = (text: string | null): number | null =>
  text === null ? null : Temporal.Instant.from(text).epochMilliseconds
