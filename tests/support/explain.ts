import { CompiledQuery } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, openContext } from '#platform/database/tx.ts'
import type { TestDatabase } from './database.ts'

/** A page, its neighbours, and what a count or a search may touch: far from all of it. */
const MOST_TOUCHED = 12_000
const MOST_IN_ORDER = 5000

/** One reading of a table in a plan. */
export interface Scan {
  readonly kind: string
  readonly table: string
  readonly rows: number
}

/** Every reading of the big tables by what a query sends, run as a person under the row policies. */
export async function scansOf(
  t: TestDatabase,
  actor: PersonActor,
  big: ReadonlySet<string>,
  query: (tx: Tx, actor: PersonActor) => Promise<unknown>,
): Promise<Scan[]> {
  const plans = await plansOf(t, actor, query)
  return plans.flatMap(scansIn).filter((scan) => big.has(scan.table))
}

/** Those that read too much. A count of the first thousand may begin at the table itself; what reads on and on may not. */
export const tooWide = (scans: readonly Scan[]): Scan[] =>
  scans.filter((scan) => scan.rows > (scan.kind === 'Seq Scan' ? MOST_IN_ORDER : MOST_TOUCHED))

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** Runs a query, and explains every statement that it sent. */
async function plansOf(
  t: TestDatabase,
  actor: PersonActor,
  query: (tx: Tx, actor: PersonActor) => Promise<unknown>,
): Promise<Plan[]> {
  return t.as(actor, async (tx) => {
    const sent: CompiledQuery[] = []
    const watched = tx.withPlugin({
      transformQuery: ({ node, queryId }) => {
        sent.push(tx.getExecutor().compileQuery(node, queryId))
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await query(openContext(watched, contextOf(tx)), actor)
    const plans: Plan[] = []
    for (const { sql, parameters } of sent) {
      const explain = CompiledQuery.raw(`explain (analyze, format json) ${sql}`, [...parameters])
      const { rows } = await tx.executeQuery<{ 'QUERY PLAN': { Plan: Plan }[] }>(explain)
      plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map((one) => one.Plan)))
    }
    return plans
  })
}

function scansIn(plan: Plan): Scan[] {
  const inner = (plan.Plans ?? []).flatMap(scansIn)
  const table = plan['Relation Name']
  if (table === undefined) return inner
  const touched = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return [{ kind: plan['Node Type'], table, rows: touched }, ...inner]
}
