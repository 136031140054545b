import { assentStandings } from '#areas/assents/index.ts'
import type { ControlStanding, PolicyInForce, StandingSource } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'

/**
 * A table that says what one may do is a published rule: it stands as the rules of conduct beside it are acknowledged, and is
 * never kept by being printed. A table of what follows is kept by doing so, which it cannot show.
 */
export const tableStandings: StandingSource = {
  kinds: ['table'],
  async standings(tx: Tx, policy: PolicyInForce, refs: readonly string[]) {
    const beside = new Map(refs.map((ref) => [ref, conductBeside(policy.pack, ref)]))
    const rules = [...new Set([...beside.values()].flat())]
    const acknowledged = rules.length === 0 ? new Map() : await assentStandings.standings(tx, policy, rules)
    return new Map(
      refs.flatMap((ref) => {
        const standing = standingOf(
          policy,
          ref,
          (beside.get(ref) ?? []).flatMap((rule) => acknowledged.get(rule) ?? []),
        )
        return standing === null ? [] : [[ref, standing] as const]
      }),
    )
  },
}

function standingOf(policy: PolicyInForce, ref: string, rules: readonly ControlStanding[]): ControlStanding | null {
  const table = policy.pack.tables[partsOf(ref)?.id ?? '']
  if (table === undefined) return null
  if (table.marks.length === 0)
    return { state: 'none', proof: null, says: 'The table is published; it does not show that it was followed.' }
  const asked = rules.reduce((sum, rule) => sum + (rule.counts?.asked ?? 0), 0)
  const signed = rules.reduce((sum, rule) => sum + (rule.counts?.signed ?? 0), 0)
  const published = `Everybody can look it up under “May I?” since version ${policy.number}`
  return {
    state: 'published',
    proof: null,
    says:
      asked === 0
        ? `${published}; nobody is asked to acknowledge it.`
        : `${published}; its rules are acknowledged in ${signed} of ${asked} agreements that carry them.`,
    since: policy.publishedAt,
    ...(asked === 0 ? {} : { counts: { asked, signed } }),
  }
}

/** The rules of conduct that keep the same clauses as a table or one row of it. */
export function conductBeside(pack: Pack, ref: string): string[] {
  const parts = partsOf(ref)
  const rows = pack.tables[parts?.id ?? '']?.rows ?? []
  const clauses = new Set(
    rows.filter((row) => parts?.part === undefined || row.id === parts.part).flatMap((row) => row.clauses),
  )
  const kept = pack.clauses.filter((clause) => clauses.has(clause.id)).flatMap((clause) => clause.kept_by)
  return [...new Set(kept.filter((other) => other.startsWith('conduct/')))]
}
