import { beforeAll, describe, expect, test } from 'vitest'
import { concernOrders, countConcerns, listConcerns, waitingConcerns } from '#areas/concerns/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { useDatabase } from '#tests/support/database.ts'
import { scansOf, tooWide } from '#tests/support/explain.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const ROWS = 100_000
const BIG = new Set(['concern', 'concern_reporter', 'concern_message'])
const WORRIES = "array['bullying', 'virus', 'stranger', 'other', 'image']"
const TELLERS = "array['pupil', 'parent', 'staff', 'anonymous']"
const world: { lead?: PersonActor } = {}

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  const policy = await givenPolicy(t, organisation)
  const lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
  world.lead = lead
  const [row] = await t.peek<{ circle: string }>(
    `select distinct circle from app.circle_post where organisation_id = $1 and post = 'dsl' and circle like 'concern%' limit 1`,
    [organisation.organisationId],
  )
  await t.peek("set session_replication_role = 'replica'")
  // The newest wait, the next are in somebody's hands, and the years before are settled.
  await t.peek(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $4::int) n),
          concerns as (insert into app.concern (organisation_id, id, school_id, circle, policy_version_id, reporter_kind, body,
              about_kind, in_danger, wants_answer, receipt_hmac, told_at, state, taken_by)
            select $1, id, $2::uuid, $5 || ':' || $2::uuid::text, $3, (${TELLERS})[1 + n % 4],
                   'Somebody wrote something unkind, number ' || n, (${WORRIES})[1 + n / 3 % 5], n % 50 = 0, n % 2 = 0,
                   decode(md5(n::text), 'hex'), now() - n * interval '9 minutes',
                   case when n <= 1000 then 'new' when n <= 10000 then 'taken' when n % 3 = 0 then 'incident' else 'closed' end,
                   case when n > 1000 and n % 40 = 0 then $6::uuid end from made)
     insert into app.concern_message (organisation_id, concern_id, id, direction, body, written_at)
       select $1, id, gen_random_uuid(), 'to_reporter', 'Thank you', now() - n * interval '8 minutes' from made where n % 2 = 0`,
    [
      organisation.organisationId,
      organisation.schoolId,
      policy.id,
      ROWS,
      row?.circle.split(':')[0] ?? 'concern',
      lead.personId,
    ],
  )
  await t.peek("set session_replication_role = 'origin'")
  await t.peek('analyze app.concern, app.concern_reporter, app.concern_message, app.concern_wall, app.concern_reader')
}, 60_000)

const filter = { view: 'open', worry: null, words: '', page: 1, size: 50 } as const
const VIEWS = ['open', 'new', 'mine', 'closed', 'all'] as const
type Asked = (tx: Tx, actor: PersonActor) => Promise<unknown>

const QUERIES: Record<string, Asked> = {
  ...Object.fromEntries(
    concernOrders.flatMap((by) =>
      VIEWS.flatMap((view) =>
        [true, false].map((down): [string, Asked] => [
          `the list “${view}” by ${by}, ${down ? 'down' : 'up'}`,
          (tx, actor) => listConcerns(tx, actor, { ...filter, view, sort: { by, down } }),
        ]),
      ),
    ),
  ),
  ...Object.fromEntries(
    VIEWS.map((view): [string, Asked] => [
      `the count of “${view}”`,
      (tx, actor) => countConcerns(tx, actor, { ...filter, view }),
    ]),
  ),
  'a later page of all': (tx, actor) => listConcerns(tx, actor, { ...filter, view: 'all', page: 20 }),
  'those about one worry': (tx, actor) => listConcerns(tx, actor, { ...filter, view: 'all', worry: 'virus' }),
  'those about a worry that nobody has': (tx, actor) =>
    listConcerns(tx, actor, { ...filter, view: 'all', worry: 'none' }),
  'a search for words that one has': (tx, actor) => listConcerns(tx, actor, { ...filter, view: 'all', words: '77777' }),
  'that search by who told': (tx, actor) =>
    listConcerns(tx, actor, { ...filter, view: 'all', words: '77777', sort: { by: 'teller', down: true } }),
  'the count of that search': (tx, actor) => countConcerns(tx, actor, { ...filter, view: 'all', words: '77777' }),
  'those that wait, for the menu': (tx) => waitingConcerns(tx),
}

describe(`with ${ROWS} concerns, as the web role and a safeguarding lead`, () => {
  test.each(['open', 'new'] as const)('the first page of “%s” reads little more than it shows', async (view) => {
    const { lead } = world
    if (lead === undefined) throw new Error('nobody leads')
    const scans = await scansOf(t, lead, BIG, (tx, actor) => listConcerns(tx, actor, { ...filter, view }))
    expect(scans.filter((scan) => scan.table === 'concern' && scan.rows > 2 * filter.size)).toEqual([])
  })

  test('the lead sees them all', async () => {
    const { lead } = world
    if (lead === undefined) throw new Error('nobody leads')
    expect(await t.as(lead, (tx) => countConcerns(tx, lead, { ...filter, view: 'all' }))).toBe(1000)
  })

  test.each(Object.entries(QUERIES))('%s reads by an index, and not all of it', async (_name, query) => {
    const { lead } = world
    if (lead === undefined) throw new Error('nobody leads')
    const scans = await scansOf(t, lead, BIG, query)
    expect(scans.length).toBeGreaterThan(0)
    expect(tooWide(scans)).toEqual([])
  })
})
