import { beforeAll, expect, test } from 'vitest'
import { policyInForce, publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { dutyTests } from '#tests/support/duties.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { dutyStandings } from './index.ts'
import { paths } from './paths.ts'

const t = useDatabase('2026-11-20T09:00:00Z')
const app = useApp(t)
const { rows, plan, done } = dutyTests(t)

let school: GivenOrganisation
let lead: PersonActor
let governor: PersonActor
let dutyId: string
beforeAll(async () => {
  school = await givenOrganisation(t)
  const system = systemActor(school.organisationId, 'tests')
  const pack = structuredClone(packNamed('primary-federation'))
  const kept = pack.duties.sub_committee_monitoring
  if (kept === undefined) throw new Error('no report')
  pack.duties = { sub_committee_monitoring: kept }
  pack.measures = {}
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  lead = await givenPerson(t, school, { kind: 'staff', name: 'Ada Young', posts: ['online_safety_lead'] })
  governor = await givenPerson(t, school, { kind: 'governor', posts: ['governors_sub_committee'] })
  await plan(school)
  dutyId = (await rows(school, 'sub_committee_monitoring'))[0]?.id ?? ''
  const [version] = await t.peek<{ id: string }>('select id from app.policy_version where organisation_id = $1', [
    school.organisationId,
  ])
  for (const kind of [...Array.from({ length: 6 }, () => 'bullying'), 'other']) {
    const id = newId()
    await t.peek(
      `insert into app.record (organisation_id, id, kind, reference, school_id, circle, category, state, policy_version_id, opened_at)
       values ($1, $2, 'incident', $3, $4, 'incident:x', $5, 'open', $6, '2026-11-18T10:00:00Z')`,
      [school.organisationId, id, id.slice(-12), school.schoolId, kind, version?.id],
    )
    await t.peek(`insert into app.record_detail (organisation_id, record_id, title) values ($1, $2, 'x')`, [
      school.organisationId,
      id,
    ])
  }
})

const page = () => paths.show.to(dutyId)
const send = (remarks: string, more: Record<string, string> = {}) =>
  app.post(page(), { states: 'yes', note: 'Sent.', 'writes-remarks': remarks, ...more }, lead)

test('the duty shows the figures that its report says, small ones left out', async () => {
  const shown = await app.get(page(), lead)
  expect(shown.text).toContain('Incidents by kind')
  expect(shown.text).toContain('are not shown')
  expect(shown.body).not.toMatch(/numeric">1</)
})

test('what its author writes is asked for, and names of people stop it', async () => {
  expect((await send('')).status).toBe(400)
  const named = await send('We praised ada young for her work.')
  expect([named.status, named.text.includes('Ada Young')]).toEqual([400, true])
  const perhaps = await send('The pupils like it. Many say Young is kind.')
  expect([perhaps.status, perhaps.text.includes('could be names')]).toEqual([400, true])
  await expect(done(lead, dutyId, 'Ada Young did it.')).rejects.toMatchObject({ code: 'duty.names' })
  expect((await rows(school, 'sub_committee_monitoring'))[0]?.state).toBe('open')
})

test('then it goes out: it is done, those for whom it is are told, and the report stands as kept', async () => {
  const sent = await send('Fewer than last term. Many say Young is kind.', { sure: 'yes' })
  expect(sent.status).toBe(303)
  expect((await rows(school, 'sub_committee_monitoring'))[0]?.note).toContain('What was noticed: Fewer than last term.')
  const notices = await t.peek<{ says: string }>('select says from app.notice where reader_id = $1', [
    governor.personId,
  ])
  expect(notices.map((one) => one.says)).toEqual(['A report is there for you: Monitoring report'])
  expect((await app.get(page(), governor)).text).toContain('What was noticed: Fewer than last term.')
  const system = systemActor(school.organisationId, 'tests')
  const standing = await t.as(system, async (tx) =>
    dutyStandings.standings(tx, await policyInForce(tx), ['report/monitoring', 'report/implementation']),
  )
  expect(standing.get('report/monitoring')).toMatchObject({ state: 'kept' })
  expect(standing.get('report/implementation')).toMatchObject({ state: 'none' })
})
