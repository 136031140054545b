import { beforeAll, describe, expect, test } from 'vitest'
import { readHeld } from '#areas/duties/queries/may-do.ts'
import { myCases, mySteps } from '#areas/duties/queries/my-cases.ts'
import { awaitedSteps, listRepeats } from '#areas/incidents/index.ts'
import { readTrends } from '#areas/incidents/trends/read-trends.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { countRecords, listRecords, markSeen, owedToTell, recordOrders, searchRecords } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { useDatabase } from '#tests/support/database.ts'
import { scansOf, tooWide } from '#tests/support/explain.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const ROWS = 100_000
const BIG = new Set([
  'record',
  'record_detail',
  'record_step',
  'record_person',
  'record_event',
  'record_seen',
  'record_assignment',
])
/** The newest ones are open, and a few that were left behind. */
const OPEN = '(n <= 4000 or n % 100 = 0)'
const KINDS = "array['virus', 'cyberbullying', 'contact_stranger', 'filter_bypass', 'image_unlawful']"
const world: { lead?: PersonActor; guest?: PersonActor } = {}

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  const policy = await givenPolicy(t, organisation)
  world.lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
  world.guest = await givenPerson(t, organisation, { kind: 'staff', name: 'Ines Farrow', posts: [] })
  await t.peek("set session_replication_role = 'replica'")
  await t.peek(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $4::int) n),
          records as (insert into app.record (organisation_id, id, kind, reference, school_id, circle, category, state, policy_version_id, opened_at, occurred_at, given)
            select $1, id, 'incident', 'INC-' || lpad(($4::int - n)::text, 6, '0'), $2::uuid, 'incident:' || $2::uuid::text, (${KINDS})[1 + n / 7 % 5], case when ${OPEN} then 'open' else 'closed' end, $3,
                   now() - n * interval '7 minutes', case when n % 3 = 0 then now() - n * interval '8 minutes' end, n % 3 = 0 and ${OPEN} from made),
          steps as (insert into app.record_step (organisation_id, record_id, key, chart, step, title, party, mandatory, opened_at, due_at)
            select $1, id, 'incident:triage:1', 'record/incident', 'triage', 'Illegal?', 'head', true, now() - interval '1 day', now() - n * interval '1 minute' from made where ${OPEN}),
          given as (insert into app.record_assignment (organisation_id, id, record_id, person_id, given_by, given_at)
            select $1, gen_random_uuid(), id, case when n % 2 = 0 then $5::uuid else md5(n::text)::uuid end, $5, now() from made where n % 3 = 0 and ${OPEN}),
          people as (insert into app.record_person (organisation_id, id, record_id, person_id, part, added_at)
            select $1, gen_random_uuid(), id, md5((n % 3000)::text)::uuid, 'instigator', now() from made)
     insert into app.record_detail (organisation_id, record_id, title, fields)
       select $1, id, 'Unkind message in a chat, case ' || n, '{"room": "B12"}' from made`,
    [organisation.organisationId, organisation.schoolId, policy.id, ROWS, world.lead.personId],
  )
  await t.peek("set session_replication_role = 'origin'")
  await t.peek(
    'analyze app.record, app.record_detail, app.record_step, app.record_person, app.record_wall, app.record_assignment',
  )
  await seeSome(world.lead)
}, 60_000)

/** The lead has looked at the newest, as somebody does who works with the list. */
async function seeSome(lead: PersonActor): Promise<void> {
  await t.as(lead, async (tx) => {
    const rows = await listRecords(tx, { ...filter, view: 'open', size: 1000 })
    await markSeen(
      tx,
      rows.map((row) => row.id),
    )
  })
  await t.peek('analyze app.record_seen')
}

const filter = { kind: 'incident', view: 'all', category: null, words: '', from: null, page: 1, size: 50 } as const
const VIEWS = ['all', 'unread', 'open', 'mine', 'nobodys', 'late', 'closed'] as const

const ORDERED = Object.fromEntries(
  recordOrders.flatMap((by) =>
    VIEWS.flatMap((view) =>
      [true, false].map((down) => [
        `the list “${view}” by ${by}, ${down ? 'down' : 'up'}`,
        (tx: Tx) => listRecords(tx, { ...filter, view, sort: { by, down } }),
      ]),
    ),
  ),
)

const QUERIES: Record<string, (tx: Tx, actor: PersonActor) => Promise<unknown>> = {
  'the list of incidents': (tx) => listRecords(tx, filter),
  'a later page of it': (tx) => listRecords(tx, { ...filter, page: 10 }),
  'the open ones': (tx) => listRecords(tx, { ...filter, view: 'open' }),
  'those with a late step': (tx) => listRecords(tx, { ...filter, view: 'late' }),
  'those of a kind that nobody has': (tx) => listRecords(tx, { ...filter, category: 'bullying' }),
  'the count of all': (tx) => countRecords(tx, filter),
  'the count of the open ones': (tx) => countRecords(tx, { ...filter, view: 'open' }),
  'the count of the late ones': (tx) => countRecords(tx, { ...filter, view: 'late' }),
  'what is new to somebody': (tx) => listRecords(tx, { ...filter, view: 'unread' }),
  'the count of what is new': (tx) => countRecords(tx, { ...filter, view: 'unread' }),
  'those since last week, by kind': (tx) =>
    listRecords(tx, { ...filter, from: Temporal.PlainDate.from('2026-11-15'), sort: { by: 'kind', down: false } }),
  'a search ordered by kind': (tx) => listRecords(tx, { ...filter, words: '77777', sort: { by: 'kind', down: false } }),
  'what open cases wait for': (tx) => awaitedSteps(tx),
  'those who are in several cases of late': async (tx) => listRepeats(tx, await policyInForce(tx)),
  'the trends of a month': (tx) =>
    readTrends(tx, { by: '', kind: '', school: '', from: '2026-10-01', to: '2026-10-31' }),
  'the cases that somebody holds': async (tx, actor) => myCases(tx, actor, await readHeld(tx)),
  'the steps that wait for them': async (tx, actor) => mySteps(tx, actor, await readHeld(tx)),
  'whose parents they still have to tell': (tx, actor) => owedToTell(tx, actor),
  ...ORDERED,
  'a search for words that one case has': (tx) => listRecords(tx, { ...filter, words: '77777' }),
  'the count of that search': (tx) => countRecords(tx, { ...filter, words: '77777' }),
}

describe(`with ${ROWS} incidents, as the web role and a lead`, () => {
  test.each(Object.entries(QUERIES))('%s reads by an index, and not all of it', async (_name, query) => {
    const { lead } = world
    if (lead === undefined) throw new Error('nobody leads')
    const scans = await scansOf(t, lead, BIG, query)
    expect(scans.length).toBeGreaterThan(0)
    expect(tooWide(scans)).toEqual([])
  })
  test.each([
    ['a word that all have', 'unkind'],
    ['a letter', 'a'],
    ['only what is not to be there', '-zebra'],
    ['words in an order that none has', '"chat message"'],
    ['many short words', 'a or in or of or an or it or is or on or at'],
    ['what is spelt like a word that all have', 'unkimd'],
  ])('a search for %s goes through the newest, and says that there was more', async (_what, words) => {
    const { lead } = world
    if (lead === undefined) throw new Error('nobody leads')
    const found = await t.as(lead, (tx) => searchRecords(tx, 'incident', words))
    expect({ found: found.ids.length, more: found.more }).toEqual({ found: 2000, more: true })
  })
  test('a search for words that one case has goes through all of them', async () => {
    const { lead } = world
    if (lead === undefined) throw new Error('nobody leads')
    const found = await t.as(lead, (tx) => searchRecords(tx, 'incident', '77777'))
    expect(found).toMatchObject({ ids: [expect.anything()], alike: false, more: false })
  })
  test('somebody who may read one of them is told nothing by how many others have the words', async () => {
    const [one] = await t.peek<{ id: string }>('select id from app.record order by opened_at limit 1')
    await t.peek('insert into app.record_reader (organisation_id, record_id, person_id) values ($1, $2, $3)', [
      world.guest?.organisationId,
      one?.id,
      world.guest?.personId,
    ])
    if (world.guest === undefined) throw new Error('nobody is let in')
    for (const words of ['unkind', 'unkimd'])
      expect(await t.as(world.guest, (tx) => searchRecords(tx, 'incident', words))).toEqual({
        ids: [one?.id],
        alike: words === 'unkimd',
        more: false,
      })
  })
})
