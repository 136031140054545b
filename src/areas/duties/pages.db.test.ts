import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { planDuties } from './index.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t)

describe('the pages of duties', () => {
  let dsl: PersonActor
  let head: PersonActor
  let teacher: PersonActor
  let governor: PersonActor
  let stranger: PersonActor
  let late: string

  beforeAll(async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const other = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, other)
    dsl = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
    head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Tess Lowe' })
    governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh' })
    stranger = await givenPerson(t, other, { kind: 'staff', posts: ['dsl', 'head'] })
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) => planDuties(tx, system))
    const [row] = await t.peek<{ id: string }>(
      `select id from app.duty where organisation_id = $1 and duty = 'weekly_monitoring_report' order by due_at`,
      [organisation.organisationId],
    )
    late = row?.id ?? ''
    // Tuesday of the week after: the first report is late by three days and more.
    t.clock.set('2026-11-24T09:00:00Z')
  })

  test('greet by name, say what waits, and list what is late before the rest', async () => {
    const page = await app.get('/duties', dsl)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Good morning, Priya')
    expect(page.text).toContain('Tuesday 24 November 2026')
    expect(page.text).toContain('One duty is late.')
    expect(page.text).toMatch(/Late 1 duty.*4 days late.*Later this week/s)
  })

  test('say to somebody without a post that nothing waits', async () => {
    const page = await app.get('/duties', teacher)
    expect(page.text).toContain('Nothing waits for you today.')
    expect(page.text).not.toContain('This half term')
  })

  test('a duty wants its statement, and shows what was typed when that is missing', async () => {
    const wrong = await app.post(`/duties/${late}`, { note: 'Two follow-ups.' }, dsl)
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('Error: Read the weekly report')
    expect(wrong.body).toContain('Two follow-ups.')
    const right = await app.post(`/duties/${late}`, { note: 'Two follow-ups.', states: 'yes' }, dsl)
    expect([right.status, right.location]).toEqual([303, '/duties'])
    expect((await app.get('/duties/done', dsl)).text).toContain('Two follow-ups.')
    const again = await app.post(`/duties/${late}`, { note: 'Once more.', states: 'yes' }, dsl)
    expect(again.status).toBe(409)
    expect((await app.get(`/duties/${late}`, head)).text).toMatch(/Done late.*Two follow-ups\./s)
  })

  test('whoever has not the post reads and may not; another organisation finds nothing', async () => {
    expect((await app.get(`/duties/${late}`, teacher)).body).not.toContain('Mark as done')
    expect((await app.post(`/duties/${late}`, { note: 'x', states: 'yes' }, teacher)).status).toBe(403)
    expect((await app.get(`/duties/${late}`, stranger)).status).toBe(404)
    expect((await app.post(`/duties/${late}`, { note: 'x', states: 'yes' }, stranger)).status).toBe(404)
    expect((await app.get(`/duties/${late}`, null)).status).not.toBe(200)
  })

  test.each([
    ['/duties/all', 200, 200, 403],
    ['/duties.csv', 200, 200, 403],
  ])('%s is for those who lead and for governors', async (path, ofHead, ofGovernor, ofTeacher) => {
    expect((await app.get(path, head)).status).toBe(ofHead)
    expect((await app.get(path, governor)).status).toBe(ofGovernor)
    expect((await app.get(path, teacher)).status).toBe(ofTeacher)
  })

  test('all duties are filtered by owner and by how they stand', async () => {
    const page = await app.get('/duties/all?view=open&party=network_manager', head)
    expect(page.text).toContain('Check that the data was backed up')
    expect(page.text).not.toContain('Read the incident log for trends and particular concerns 2')
    expect((await app.get('/duties/all?view=nonsense&page=x', head)).status).toBe(200)
  })

  test('the calendar has the duties of one’s own posts and no names', async () => {
    const file = await app.get('/duties.ics', dsl)
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(file.body.replaceAll('\r\n ', '')).toContain('SUMMARY:Read the weekly report')
    expect(file.body).not.toMatch(/Priya|Raman|backed up/)
  })
})
