import { beforeAll, describe, expect, test } from 'vitest'
import { readCase } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { verifyChain } from '#platform/ledger/verify.ts'
import { createMailTransport } from '#platform/mail/mail-transport.ts'
import { loadSample } from '#src/sample/load-sample.ts'
import { testKeys } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { testFiles } from '#tests/support/files.ts'
import { useIdentity } from '#tests/support/identity.ts'
import { packNamed } from '#tests/support/packs.ts'

const NOW = '2026-11-20T14:31:00Z'
// Every fiftieth person is asked for agreements: enough for the facts below, and the load stays short.
const SHARE = 0.02

describe('the history of the sample school', () => {
  const t = useDatabase(NOW)
  const known = useIdentity(t, { sample: true })
  const made: { organisationId: string; receipt: string | null } = { organisationId: '', receipt: null }

  beforeAll(async () => {
    const parts = {
      db: t.db,
      clock: t.clock,
      identity: known.identity,
      keys: testKeys,
      mail: createMailTransport({ smtpUrl: null, from: 'kept@larkbeck.example' }),
      files: testFiles(testKeys),
      baseUrl: 'https://kept.example',
      root: projectRoot(),
      sample: true,
    }
    const { webUrl, jobsUrl } = t
    const now = Temporal.Instant.from(NOW)
    Object.assign(made, await loadSample({ webUrl, jobsUrl, parts, now, log: () => {}, options: { share: SHARE } }))
  }, 400_000)

  const count = async (text: string): Promise<number> =>
    (await t.peek<{ count: number }>(`select count(*)::int as count from ${text}`))[0]?.count ?? -1

  test('both chains of the ledger hold', async () => {
    const system = systemActor(made.organisationId, 'tests')
    for (const chain of ['main', 'read'] as const) {
      const report = await t.as(system, (tx) => verifyChain(tx, chain))
      expect([chain, report.bad]).toEqual([chain, null])
      expect(report.entries).toBeGreaterThan(300)
    }
  })

  test('every step of the three charts was taken at least once', async () => {
    const rows = await t.peek<{ step: string }>(
      `select distinct (event ->> 'chart') || '#' || (event ->> 'stepId') as step from app.record_event where event ? 'stepId'`,
    )
    const taken = new Set(rows.map((row) => row.step))
    const charts = Object.entries(packNamed('special-all-through').flows)
    const steps = charts.flatMap(([id, flow]) =>
      Object.entries(flow.steps)
        // Going over to another chart and running one for each child are nobody's answer.
        .filter(([, step]) => 'ask' in step || 'do' in step)
        .map(([step]) => `flow/${id}#${step}`),
    )
    expect(steps.filter((step) => !taken.has(step))).toEqual([])
  })

  test('every answer of the first question was given, a case was moved, a step was put right and some were not needed', async () => {
    const answers = await t.peek<{ answer: string }>(
      `select distinct event -> 'answers' ->> 0 as answer from app.record_event where event ->> 'stepId' = 'triage' order by 1`,
    )
    expect(answers.map((row) => row.answer)).toEqual(['illegal_found', 'illegal_suspected', 'not_illegal', 'unsure'])
    expect(await count(`app.record_event where event ->> 'kind' = 'moved'`)).toBe(1)
    expect(await count(`app.record_event where event ? 'corrects'`)).toBeGreaterThan(0)
    expect(await count(`app.record_event where event ->> 'kind' = 'not_needed'`)).toBeGreaterThan(10)
  })

  test('most cases are closed and some stand open, one of them late', async () => {
    expect(await count(`app.record where kind = 'incident' and state = 'closed'`)).toBeGreaterThan(35)
    expect(await count(`app.record where kind = 'incident' and state = 'open'`)).toBeGreaterThan(5)
    expect(await count(`app.record_step where due_at < '${NOW}'`)).toBeGreaterThan(0)
  })

  test('the registers have entries: some closed, some waiting, some refused, and one thing handed over', async () => {
    expect(await count(`(select distinct kind from app.record where kind <> 'incident') k`)).toBe(25)
    const made = await count(`app.record where kind <> 'incident'`)
    expect(made).toBeGreaterThan(100)
    expect(made).toBeLessThan(170)
    expect(await count(`app.record where kind = 'equipment' and state = 'closed'`)).toBe(2)
    expect(await count(`app.record where kind = 'permission' and state = 'open'`)).toBe(1)
    expect(await count(`app.record_event where event ->> 'kind' = 'voiced' and event ->> 'says' = 'no'`)).toBe(5)
    expect(await count(`app.record_step where key like 'equipment_disposal:receipt:%'`)).toBe(1)
  })

  test('a case about somebody on the staff is not there for them, and one about the head is with the chair of governors', async () => {
    const walls = await t.peek<{ record_id: string; person_id: string }>(
      'select record_id, person_id from app.record_wall',
    )
    expect(walls.length).toBeGreaterThan(5)
    for (const { record_id, person_id } of walls) {
      const named: PersonActor = {
        kind: 'person',
        organisationId: made.organisationId,
        personId: person_id,
        audience: 'staff',
      }
      await expect(t.as(named, (tx) => readCase(tx, record_id))).rejects.toMatchObject({ name: 'NotFound' })
    }
    expect(await count(`app.record where circle like 'incident_about_head:%' and state = 'closed'`)).toBe(1)
  })

  test('a concern waits since 24 minutes, and an anonymous one has a conversation that a receipt opens', async () => {
    expect(
      await count(`app.concern where state = 'new' and told_at = '${NOW}'::timestamptz - interval '24 minutes'`),
    ).toBe(1)
    expect(made.receipt).toMatch(/^\d{16}$/)
    expect(
      await count(
        `app.concern_message m join app.concern c on c.id = m.concern_id where c.reporter_kind = 'anonymous' and m.direction = 'from_reporter'`,
      ),
    ).toBeGreaterThan(1)
    expect(
      await count(
        `app.concern c join app.concern_reporter r on r.concern_id = c.id where c.reporter_kind = 'anonymous'`,
      ),
    ).toBe(0)
  })

  test('nothing lies in the future or outside waking hours', async () => {
    for (const [table, column] of [
      ['ledger_entry', 'at'],
      ['record_event', 'at'],
      ['signature', 'recorded_at'],
      ['concern', 'told_at'],
      ['concern_message', 'written_at'],
      ['notice', 'written_at'],
      ['mail', 'written_at'],
    ] as const)
      expect([table, await count(`app.${table} where ${column} > '${NOW}'`)]).toEqual([table, 0])
    expect(
      await count(`app.record_event where extract(hour from at at time zone 'Europe/London') not between 7 and 19`),
    ).toBe(0)
  })

  test('the ledger tells it in order of time, and knows of every row that commands made', async () => {
    expect(
      await count(
        `(select at, lag(at) over (partition by chain order by seq) as before from app.ledger_entry where organisation_id = '${made.organisationId}') e where at < before`,
      ),
    ).toBe(0)
    const entries = async (code: string) =>
      count(`app.ledger_entry where organisation_id = '${made.organisationId}' and code like '${code}'`)
    expect(await entries('concern.told')).toBe(await count('app.concern'))
    expect(await entries('incident.opened')).toBe(await count(`app.record where kind = 'incident'`))
    expect(
      (await entries('agreement.signed')) + (await entries('agreement.paper')) + (await entries('agreement.refused')),
    ).toBe(await count('app.signature'))
    expect(
      await count(
        `app.assent_request r where not exists (select 1 from app.ledger_entry e where e.code = 'agreement.asked' and e.at = r.asked_at)`,
      ),
    ).toBe(0)
  })

  test('what happens between concerns and cases has happened once at least', async () => {
    for (const [what, least] of [
      ['notice_call', 1],
      ['concern_join', 1],
      ['record_link', 1],
      ['record_assignment', 2],
      [`record_glass where found = 'right'`, 1],
      [`you_said where state = 'shown'`, 2],
      [`you_said where state = 'waiting'`, 1],
      ['pupil_file where received_at is not null', 1],
      ['pupil_file where received_at is null', 1],
      ['record_expiry', 1],
      [`support_word where word <> 'offered'`, 4],
      ['case_follow_up where duty_id is not null', 2],
      ['case_follow_up where suggestion_id is not null', 2],
      ['case_complaint where answered_at is not null', 1],
      ['case_complaint where answered_at is null', 1],
    ] as const)
      expect([what, (await count(`app.${what}`)) >= least]).toEqual([what, true])
  })

  test('the same moment makes the same history', async () => {
    expect({
      concerns: await count('app.concern'),
      incidents: await count(`app.record where kind = 'incident'`),
    }).toEqual({ concerns: 42, incidents: 52 })
  })
})
