import { beforeAll, describe, expect, test } from 'vitest'
import {
  addCasePeople,
  breakGlass,
  glassToReview,
  openRecord,
  passOnGlass,
  readCase,
  reviewGlass,
  takeStep,
  wallOff,
  writeFields,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })

let schoolId: string
let lead: PersonActor
let head: PersonActor
let chair: PersonActor
let deputy: PersonActor
let second: PersonActor
let teacher: PersonActor

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  schoolId = organisation.schoolId
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) =>
    givenPerson(t, organisation, { kind: 'staff', name, posts, email: `${name.split(' ')[0]}@school.example` })
  lead = await staff('Priya Raman', 'online_safety_lead')
  head = await staff('Moira Tolland', 'head')
  deputy = await staff('Ade Brown', 'deputy_head')
  second = await staff('Ola Fox', 'deputy_head')
  teacher = await staff('Una Field')
  chair = await givenPerson(t, organisation, { kind: 'governor', name: 'Ruth Marsh', posts: ['chair_of_governors'] })
})

const named = (who: PersonActor, part = 'named_staff') => ({ part, personId: who.personId, described: null })
const open = (people: Parameters<typeof openRecord>[2]['people'] = []) =>
  t.as(lead, (tx) =>
    openRecord(tx, lead, {
      kind: 'incident',
      schoolId,
      title: 'A secret',
      category: null,
      occurredAt: null,
      fields: {},
      people,
    }),
  )
const smash = (who: PersonActor, reference: string, reason = 'A child is missing tonight') =>
  t.as(who, (tx) => breakGlass(tx, who, { reference, reason }))
const reads = (who: PersonActor, id: string) =>
  t
    .as(who, (tx) => readCase(tx, id))
    .then(
      () => true,
      () => false,
    )
const NONE = { code: 'record.glass.none' }

describe('a case opened in an emergency', () => {
  test('is open to whom the pack permits, to be read and not changed, until its time is over', async () => {
    const { id, reference } = await open()
    expect(await reads(deputy, id)).toBe(false)
    const { until } = await smash(deputy, reference.toLowerCase())
    expect(until.toString()).toBe('2026-11-23T14:00:00Z')
    expect([await reads(deputy, id), await reads(second, id)]).toEqual([true, false])
    const page = await app.get(`/incidents/${id}`, deputy)
    expect(page.text).toContain('You opened this in an emergency')
    expect(page.text).not.toContain('Go to this step')
    const [step] = await t.as(deputy, async (tx) => (await readCase(tx, id)).open)
    const does = { recordId: id, step: step?.key ?? '', does: { answers: ['not_illegal'] } }
    await expect(t.as(deputy, (tx) => takeStep(tx, deputy, does))).rejects.toMatchObject({ name: 'NotFound' })
    const fields = { recordId: id, fields: { for_class_teacher: 'x' } }
    await expect(t.as(deputy, (tx) => writeFields(tx, deputy, fields))).rejects.toMatchObject({ name: 'NotFound' })
    await expect(smash(deputy, reference)).rejects.toMatchObject({ code: 'record.glass.seen' })
    await t.peek('update app.record_reader set until = now() where record_id = $1', [id])
    expect(await reads(deputy, id)).toBe(false)
  })

  test('stays shut to everybody else with the words for a case that is not there', async () => {
    const { id, reference } = await open()
    for (const who of [teacher, chair]) await expect(smash(who, reference)).rejects.toMatchObject(NONE)
    await expect(smash(deputy, 'INC-9999')).rejects.toMatchObject(NONE)
    const gone = await open()
    await t.peek("update app.record set state = 'erased' where id = $1", [gone.id])
    await expect(smash(deputy, gone.reference)).rejects.toMatchObject(NONE)
    await expect(smash(deputy, reference, ' ')).rejects.toMatchObject({ code: 'record.glass.no_reason' })
    await expect(smash(lead, reference)).rejects.toMatchObject({ name: 'Refused' })
    expect((await app.post('/break-glass', { reference, reason: 'Now' }, teacher)).status).toBe(403)
    expect(await reads(teacher, id)).toBe(false)
  })

  test('stays shut to whoever is named in it in any part, or walled off, and shuts again when they are named', async () => {
    const about = await open([named(deputy)])
    const witness = await open([named(deputy, 'witness')])
    const walled = await open()
    await t.as(lead, (tx) =>
      wallOff(tx, lead, { recordId: walled.id, personId: deputy.personId, reason: 'A relative' }),
    )
    for (const one of [about, witness, walled]) await expect(smash(deputy, one.reference)).rejects.toMatchObject(NONE)
    const later = await open()
    await smash(deputy, later.reference)
    await t.as(lead, (tx) => addCasePeople(tx, lead, { recordId: later.id, people: [named(deputy)] }))
    expect(await reads(deputy, later.id)).toBe(false)
  })

  test('is told to a second person at once, by notice and mail, or not opened', async () => {
    const usual = await open()
    const { id } = await smash(deputy, usual.reference)
    const told = (subject: string) =>
      t.peek<{ reader_id: string; urgent: boolean; href: string }>(
        'select reader_id, urgent, href from app.notice where subject_id = $1',
        [subject],
      )
    expect(await told(id)).toEqual([{ reader_id: head.personId, urgent: true, href: `/break-glass/${id}` }])
    const mails = await t.peek('select 1 from app.mail where to_person_id = $1', [head.personId])
    expect(mails.length).toBeGreaterThan(0)
    // The head is in it: whoever stands in for them looks.
    const aboutHead = await open([named(head)])
    const other = await smash(deputy, aboutHead.reference)
    expect(await told(other.id)).toMatchObject([{ reader_id: chair.personId }])
    const aboutBoth = await open([named(head), named(chair)])
    await expect(smash(deputy, aboutBoth.reference)).rejects.toMatchObject({ code: 'record.glass.nobody' })
    expect(await reads(deputy, aboutBoth.id)).toBe(false)
  })

  test('waits for that person, who sees the looks and nothing of the case, and shuts it when it was wrong', async () => {
    const { id, reference } = await open([named(head)])
    const glass = await smash(deputy, reference)
    await reads(deputy, id)
    const waits = await t.as(chair, (tx) => glassToReview(tx, chair))
    expect(waits.map((line) => line.reference)).toContain(reference)
    expect((await app.get('/duties', chair)).text).toContain(`${reference}, opened in an emergency`)
    const page = await app.get(`/break-glass/${glass.id}`, chair)
    expect(page.text).toContain('A child is missing tonight')
    expect(page.text).toContain('What was looked at')
    expect(page.text).not.toContain('A secret')
    const found = { found: 'wrong', says: 'The lead could be reached' }
    for (const who of [deputy, second, teacher])
      expect([403, 404]).toContain((await app.post(`/break-glass/${glass.id}`, found, who)).status)
    expect((await app.post(`/break-glass/${glass.id}`, { found: 'wrong' }, chair)).status).toBe(400)
    expect((await app.post(`/break-glass/${glass.id}`, found, chair)).status).toBe(303)
    expect(await reads(deputy, id)).toBe(false)
    expect((await t.as(chair, (tx) => glassToReview(tx, chair))).map((line) => line.id)).not.toContain(glass.id)
  })

  test('is given back early by whoever opened it, and by nobody else', async () => {
    const { id, reference } = await open()
    const glass = await smash(deputy, reference)
    await app.get(`/incidents/${id}`, deputy)
    const page = await app.get(`/break-glass/${glass.id}`, deputy)
    expect(page.text).toContain('Give it back')
    expect(page.text).toContain('1 look')
    for (const who of [second, head, teacher])
      expect((await app.post(`/break-glass/${glass.id}/back`, {}, who)).status).toBe(404)
    expect(await reads(deputy, id)).toBe(true)
    expect((await app.post(`/break-glass/${glass.id}/back`, {}, deputy)).status).toBe(303)
    expect(await reads(deputy, id)).toBe(false)
    expect((await app.post(`/break-glass/${glass.id}/back`, {}, deputy)).status).toBe(409)
    expect((await app.get(`/break-glass/${glass.id}`, deputy)).text).not.toContain('Give it back')
  })

  test('is in the ledger, with every look and its reason for those who handle it', async () => {
    const { id, reference } = await open()
    await smash(deputy, reference)
    await app.get(`/incidents/${id}`, deputy)
    const page = await app.get(`/incidents/${id}/looks`, lead)
    expect(page.text).toContain('Ade Brown')
    expect(page.text).toContain('Opened it, in an emergency')
    expect(page.text).toContain('A child is missing tonight')
    const [entry] = await t.peek<{ actor_person_id: string }>(
      `select actor_person_id from app.ledger_entry where record_id = $1 and code = 'incident.glass_broken'`,
      [id],
    )
    expect(entry?.actor_person_id).toBe(deputy.personId)
  })

  test('is passed on when nobody looked in time, to whoever stands next, until somebody has', async () => {
    const { reference } = await open()
    const glass = await smash(deputy, reference)
    const late = () => t.as(systemActor(lead.organisationId, 'late'), (tx) => passOnGlass(tx, glass.id))
    const mine = async (who: PersonActor) =>
      (await t.as(who, (tx) => glassToReview(tx, who))).some((line) => line.id === glass.id)
    const jobs = await t.peek(`select 1 from graphile_worker._private_jobs where key = $1`, [
      `record_glass_late:${glass.id}`,
    ])
    expect([jobs.length, await late(), await mine(head), await mine(chair)]).toEqual([1, 0, true, false])
    const before = t.clock.now()
    t.clock.set(before.add({ hours: 24 * 4 }).toString())
    expect([await late(), await mine(head), await mine(chair)]).toEqual([1, true, true])
    // Told a moment ago: not late again yet.
    expect(await late()).toBe(0)
    // Nobody else is left: those who were told are told again.
    t.clock.set(before.add({ hours: 24 * 8 }).toString())
    expect(await late()).toBe(2)
    await t.as(chair, (tx) => reviewGlass(tx, chair, { id: glass.id, found: 'right', says: 'A child was ill' }))
    t.clock.set(before.add({ hours: 24 * 12 }).toString())
    expect(await late()).toBe(0)
    t.clock.set(before.toString())
  })
})
