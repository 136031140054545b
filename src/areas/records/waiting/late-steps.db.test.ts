import { expect, test } from 'vitest'
import { incidentHome } from '#areas/incidents/index.ts'
import { noteAbsence } from '#areas/people/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import {
  addressesOf,
  giveRecord,
  openRecord,
  readCase,
  type TakeStep,
  takeStep,
  tellLateSteps,
  wallOff,
} from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import { useApp } from '#tests/support/app.ts'
import { openIncident } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-11-20T09:00:00Z')
const app = useApp(t)

/** The policy of a school that has the first step of a case told on when nobody takes it for an hour after its time. */
function telling() {
  const pack = structuredClone(packNamed('special-all-through'))
  pack.flows.illegal?.steps.triage?.late.push({ at: '1 h', notify: { all_of: ['opener', 'handler'] } })
  return pack
}

test('a late step is told once to whom the policy names, or who stands in, and to nobody behind a wall', async () => {
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  const inForceOn = Temporal.PlainDate.from('2026-09-04')
  await t.as(system, (tx) => publishPolicy(tx, system, { pack: telling(), inForceOn }))
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const [lead, dsl, head, deputy, chair, teacher] = [
    await staff('Ida Lund', 'online_safety_lead'),
    await staff('Nia Okafor', 'dsl'),
    await staff('Vera Holt', 'head'),
    await staff('Ade Brown', 'deputy_head'),
    await staff('Ruth Moss', 'chair_of_governors'),
    await staff('Una Reed'),
  ]
  const open = (title: string) => openIncident(t, lead, { schoolId: organisation.schoolId, title })
  const tell = () => t.as(system, (tx) => tellLateSteps(tx, system))
  const notices = (id: string) =>
    t.peek<{ reader_id: string; says: string; href: string }>(
      "select reader_id, says, href from app.notice where subject_id = $1 and code like 'record.late/%' order by id",
      [id],
    )
  const readers = async (id: string) => (await notices(id)).map((notice) => notice.reader_id)
  const inLedger = (id: string) =>
    t.peek<{ code: string; clauses: string[]; record_id: string }>(
      "select code, clauses, record_id from app.ledger_entry where subject_id = $1 and code = 'incident.step_late' order by seq",
      [id],
    )
  const one = await open('Images')
  const walled = await open('Messages')
  await t.as(head, (tx) => wallOff(tx, head, { recordId: walled.id, personId: head.personId, reason: 'My nephew.' }))
  const due = '2026-11-20T11:00:00Z'
  expect(await tell()).toMatchObject({ told: 0 })
  expect((await tell()).next?.toString()).toBe(due)
  t.clock.set(due)
  expect((await tell()).told).toBe(0)
  t.clock.set('2026-11-20T11:00:01Z')
  await tell()
  expect((await tell()).told).toBe(0)
  expect(await notices(one.id)).toEqual([
    { reader_id: head.personId, says: `Late in ${one.reference}: Illegal?`, href: `/incidents/${one.id}` },
  ])
  const clauses = ['L-235', 'L-239', 'L-241', 'L-242', 'L-250']
  expect(await inLedger(one.id)).toEqual([{ code: 'incident.step_late', clauses, record_id: one.id }])
  // Who stands in where the head has an interest in the case is told instead.
  expect(await readers(walled.id)).toEqual([chair.personId])
  expect((await app.get('/notices', head)).text).not.toContain(walled.reference)
  expect((await app.get('/notices', teacher)).text).not.toContain(one.reference)

  // The next line: whoever opened it and whoever looks after it, or else those of its handlers whom no wall keeps out.
  const give = { kind: 'incident', home: incidentHome, id: one.id, personId: dsl.personId }
  await t.as(lead, (tx) => giveRecord(tx, lead, give))
  t.clock.set('2026-11-20T12:00:01Z')
  expect([(await tell()).told, (await tell()).told]).toEqual([5, 0])
  const told = async (id: string) => new Set((await readers(id)).slice(1))
  expect(await told(one.id)).toEqual(new Set([lead.personId, dsl.personId]))
  expect(await told(walled.id)).toEqual(new Set([lead.personId, dsl.personId, chair.personId]))
  expect(await inLedger(one.id)).toHaveLength(2)

  const today = t.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  await t.as(head, (tx) => noteAbsence(tx, head, { personId: head.personId, fromOn: today, untilOn: today }))
  const [away, done] = [await open('A picture'), await open('A link')]
  const step = (await t.as(lead, (tx) => readCase(tx, done.id))).open[0]?.key ?? ''
  const taken = await t.as(lead, (tx) =>
    takeStep(tx, lead, { recordId: done.id, step, does: { answers: ['not_illegal'] }, reason: '' }),
  )
  expect(taken).toMatchObject({ ok: true })
  t.clock.set('2026-11-20T14:30:00Z')
  expect((await tell()).told).toBe(1)
  // Who stands in may not read the case: the line says only that a step is late there.
  const says = `A step is late in ${away.reference}. Ask whoever leads on online safety what you need to do.`
  expect(await notices(away.id)).toEqual([{ reader_id: deputy.personId, says, href: '/notices' }])
  expect(await notices(done.id)).toEqual([])
})

test('whoever takes a step late says why where the policy wants to know, and it is kept with what they did', async () => {
  t.clock.set('2026-11-02T09:00:00Z')
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'primary-federation')
  const siro = await givenPerson(t, organisation, { kind: 'staff', name: 'Noor Vale', posts: ['siro'] })
  const office = await givenPerson(t, organisation, { kind: 'staff', name: 'Finn Ash', posts: ['school_office'] })
  const request = () =>
    t.as(office, (tx) =>
      openRecord(tx, office, {
        kind: 'data_request',
        schoolId: organisation.schoolId,
        title: 'My file',
        category: null,
        occurredAt: null,
        fields: { data_about: 'Myself', data_wanted: 'All of it' },
        people: [],
      }),
    )
  const read = (id: string) => t.as(siro, (tx) => readCase(tx, id))
  const take = async (id: string, does: Does, more: Partial<TakeStep> = {}) => {
    const step = (await read(id)).open[0]?.key ?? ''
    return t.as(siro, (tx) => takeStep(tx, siro, { recordId: id, step, does, ...more }))
  }
  const one = await request()
  const walk: [Does, Partial<TakeStep>][] = [
    [{ done: true }, {}],
    [{ answers: ['yes'] }, { fields: { identity_checked: 'Passport' } }],
    [{ done: true }, {}],
    [{ done: true }, {}],
  ]
  for (const [does, more] of walk) expect(await take(one.id, does, more)).toMatchObject({ ok: true })
  const [release] = (await read(one.id)).open
  expect(release).toMatchObject({ stepId: 'release', due: release?.reasonAfter })
  t.clock.set(
    Temporal.Instant.from(release?.due ?? '')
      .add({ seconds: 1 })
      .toString(),
  )

  const page = addressesOf('data_request').step.to(one.id, release?.key ?? '')
  const fields = { 'released_on-day': '1', 'released_on-month': '12', 'released_on-year': '2026' }
  expect((await app.get(page, siro)).text).toContain('Why is this late?')
  const refused = await app.post(page, fields, siro)
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Say why this is late')])
  expect(await take(one.id, { done: true }, { fields: { released_on: '2026-12-01' } })).toMatchObject({
    ok: false,
    code: 'needs_reason',
    fields: { 'late-because': 'Say why this is late' },
  })
  expect((await app.post(page, { ...fields, 'late-because': 'The archive was shut.' }, siro)).status).toBe(303)
  expect((await app.get(addressesOf('data_request').show.to(one.id), siro)).text).toContain('The archive was shut.')
})
