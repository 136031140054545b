import { sql } from 'kysely'
import { assentStandings } from '#areas/assents/index.ts'
import type { ControlStanding, PolicyInForce, StandingSource } from '#areas/policy/index.ts'
import { appliesOf } from '#pack/engines/tables/applied.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/**
 * A table that says what one may do is a published rule: it stands as the rules of conduct beside it are acknowledged, and is
 * never kept by being printed. A table of what follows is kept by the steps that apply it: each row by the cases that came to
 * it, with a reason for every departure.
 */
export const tableStandings: StandingSource = {
  kinds: ['table'],
  async standings(tx: Tx, policy: PolicyInForce, refs: readonly string[]) {
    const beside = new Map(refs.map((ref) => [ref, conductBeside(policy.pack, ref)]))
    const rules = [...new Set([...beside.values()].flat())]
    const acknowledged = rules.length === 0 ? new Map() : await assentStandings.standings(tx, policy, rules)
    const applied = await readApplied(tx)
    return new Map(
      refs.flatMap((ref) => {
        const standing = standingOf(
          policy,
          ref,
          applied,
          (beside.get(ref) ?? []).flatMap((rule) => acknowledged.get(rule) ?? []),
        )
        return standing === null ? [] : [[ref, standing] as const]
      }),
    )
  },
}

function standingOf(
  policy: PolicyInForce,
  ref: string,
  applied: ReadonlyMap<string, Applied>,
  rules: readonly ControlStanding[],
): ControlStanding | null {
  const table = policy.pack.tables[partsOf(ref)?.id ?? '']
  if (table === undefined) return null
  if (table.marks.length === 0) return followed(policy.pack, ref, applied.get(ref))
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

// A step that applies the table cannot be taken without its row: what was confirmed or departed from is in the case.
function followed(pack: Pack, ref: string, applied: Applied | undefined): ControlStanding {
  if (applied === undefined)
    return {
      state: 'none',
      proof: null,
      says: isApplied(pack, ref.split('#')[0] ?? '')
        ? 'No case has come to it yet.'
        : 'The table is published; no step of a chart applies it.',
    }
  const times = applied.times === 1 ? 'once' : `${applied.times} times`
  const departed =
    applied.departed === 0
      ? 'as it proposes'
      : `in ${applied.departed} of them somebody departed from it, each time with a reason`
  return {
    state: 'kept',
    proof: 'enforced',
    says: `Applied ${times}, ${departed}.`,
    since: Temporal.Instant.from(applied.last),
    counts: { applied: applied.times, departed: applied.departed },
  }
}

const isApplied = (pack: Pack, ref: string): boolean =>
  [...Object.values(pack.flows), ...Object.values(pack.records)].some(({ steps }) =>
    Object.values(steps).some((step) => appliesOf(step)?.ref === ref),
  )

interface Applied {
  readonly times: number
  readonly departed: number
  readonly last: string
}

/** How often each table, and each row of one, was applied in a case. One query. */
async function readApplied(tx: Tx): Promise<ReadonlyMap<string, Applied>> {
  const { rows } = await sql<{ ref: string; times: number; departed: number; last: string }>`
    select a.ref, count(*)::int as times, count(*) filter (where e.event ? 'departed')::int as departed, max(e.at)::text as last
      from app.record_event e
      cross join lateral (
        select e.event -> 'applied' ->> 'table' as ref
        union all
        select (e.event -> 'applied' ->> 'table') || '#' || jsonb_array_elements_text(e.event -> 'applied' -> 'rows')) a
     where e.organisation_id = ${contextOf(tx).actor.organisationId} and e.event ? 'applied'
     group by a.ref`.execute(tx)
  return new Map(rows.map((row) => [row.ref, row]))
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
