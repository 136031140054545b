import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { countIncidents, listIncidents } from '#areas/incidents/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, openContext } from '#platform/database/tx.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const ROWS = 100_000
const BIG = new Set(['record', 'record_detail', 'record_step', 'record_person', 'record_event'])
/** A page, its neighbours, and what a count or a search may touch: far from all of it. */
const MOST_TOUCHED = 12_000
const MOST_IN_ORDER = 5000
const world: { lead?: PersonActor } = {}

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  const policy = await givenPolicy(t, organisation)
  world.lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
  await t.peek("set session_replication_role = 'replica'")
  await t.peek(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $4::int) n),
          records as (insert into app.record (organisation_id, id, kind, reference, school_id, circle, category, state, policy_version_id, opened_at)
            select $1, id, 'incident', 'INC-' || n, $2::uuid, 'incident:' || $2::uuid::text, 'virus', case when n % 20 = 0 then 'open' else 'closed' end, $3,
                   now() - n * interval '7 minutes' from made),
          steps as (insert into app.record_step (organisation_id, record_id, key, title, party, mandatory, opened_at, due_at)
            select $1, id, 'triage', 'Illegal?', 'head', true, now() - interval '1 day', now() - n * interval '1 minute' from made where n % 20 = 0)
     insert into app.record_detail (organisation_id, record_id, title, fields)
       select $1, id, 'Unkind message in a chat, case ' || n, '{"room": "B12"}' from made`,
    [organisation.organisationId, organisation.schoolId, policy.id, ROWS],
  )
  await t.peek("set session_replication_role = 'origin'")
  await t.peek('analyze app.record, app.record_detail, app.record_step, app.record_person, app.record_wall')
}, 60_000)

const filter = { view: 'all', category: null, words: '', from: null, page: 1, size: 50 } as const

const QUERIES: Record<string, (tx: Tx) => Promise<unknown>> = {
  'the list of incidents': (tx) => listIncidents(tx, filter),
  'a later page of it': (tx) => listIncidents(tx, { ...filter, page: 10 }),
  'the open ones': (tx) => listIncidents(tx, { ...filter, view: 'open' }),
  'those with a late step': (tx) => listIncidents(tx, { ...filter, view: 'late' }),
  'those of a kind that nobody has': (tx) => listIncidents(tx, { ...filter, category: 'bullying' }),
  'the count of all': (tx) => countIncidents(tx, filter),
  'the count of the open ones': (tx) => countIncidents(tx, { ...filter, view: 'open' }),
  'the count of the late ones': (tx) => countIncidents(tx, { ...filter, view: 'late' }),
  'a search for words that one case has': (tx) => listIncidents(tx, { ...filter, words: '77777' }),
  'the count of that search': (tx) => countIncidents(tx, { ...filter, words: '77777' }),
}

describe(`with ${ROWS} incidents, as the web role and a lead`, () => {
  test.each(Object.entries(QUERIES))('%s reads by an index, and not all of it', async (_name, query) => {
    const scans = (await plansOf(query)).flatMap(scansIn).filter((scan) => BIG.has(scan.table))
    expect(scans.length).toBeGreaterThan(0)
    // A count of the first thousand may begin at the table itself; what reads on and on may not.
    const most = (scan: { kind: string }) => (scan.kind === 'Seq Scan' ? MOST_IN_ORDER : MOST_TOUCHED)
    expect(scans.filter((scan) => scan.rows > most(scan))).toEqual([])
  })
})

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** Runs a query as the lead, and explains every statement that it sent. */
async function plansOf(query: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
  const { lead } = world
  if (lead === undefined) throw new Error('nobody leads')
  return t.as(lead, async (tx) => {
    const sent: CompiledQuery[] = []
    const watched = tx.withPlugin({
      transformQuery: ({ node, queryId }) => {
        sent.push(tx.getExecutor().compileQuery(node, queryId))
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await query(openContext(watched, contextOf(tx)))
    const plans: Plan[] = []
    for (const { sql, parameters } of sent) {
      const explain = CompiledQuery.raw(`explain (analyze, format json) ${sql}`, [...parameters])
      const { rows } = await tx.executeQuery<{ 'QUERY PLAN': { Plan: Plan }[] }>(explain)
      plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map((one) => one.Plan)))
    }
    return plans
  })
}

function scansIn(plan: Plan): { kind: string; table: string; rows: number }[] {
  const inner = (plan.Plans ?? []).flatMap(scansIn)
  const table = plan['Relation Name']
  if (table === undefined) return inner
  const touched = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return [{ kind: plan['Node Type'], table, rows: touched }, ...inner]
}
