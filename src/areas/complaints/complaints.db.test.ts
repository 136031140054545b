import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { givenSchool } from '#tests/support/school.ts'
import { passOnComplaints } from './commands/pass-on.ts'
import { readComplaints } from './index.ts'

const t = useDatabase()
const app = useApp(t)
let schoolId: string
let lead: PersonActor
let head: PersonActor
let chair: PersonActor
let teacher: PersonActor
let named: PersonActor

beforeAll(async () => {
  const school = await givenSchool(t, ['lead', 'head', 'teacher', 'chair'])
  ;({ schoolId, lead, head, teacher, chair } = school)
  named = await givenPerson(t, school, { kind: 'staff', name: 'Joss Wetherby' })
})

const opened = async (by: PersonActor, people: readonly PersonActor[] = []) => {
  const input = { kind: 'incident', schoolId, title: 'Group chat', category: null, occurredAt: null, fields: {} }
  const parts = people.map((one) => ({ part: 'concerned', personId: one.personId, described: null }))
  return t.as(by, (tx) => openRecord(tx, by, { ...input, people: parts }))
}
const form = (reference: string, more: Record<string, string> = {}) => ({
  ...{ case: reference, own: 'no', made_by: 'Mrs Haddad', says: 'Nobody rang us back' },
  ...{ 'made_on-day': '20', 'made_on-month': '11', 'made_on-year': '2026' },
  ...more,
})
const complains = async (by: PersonActor, reference: string, more: Record<string, string> = {}) =>
  app.post('/complaints/new', form(reference, more), by)
const of = (actor: PersonActor) => t.as(actor, (tx) => readComplaints(tx))
const heardBy = async (recordId: string) =>
  (
    await t.peek<{ heard_by: string | null; body: string | null }>(
      'select heard_by, body from app.case_complaint where record_id = $1',
      [recordId],
    )
  ).at(-1)

describe('a complaint about how a case was handled', () => {
  test('goes to the first who is not in it, who reads the case, changes nothing, and answers', async () => {
    const { id, reference } = await opened(lead)
    expect(await complains(teacher, reference)).toMatchObject({ status: 303 })
    const [complaint] = await of(head)
    expect(complaint).toMatchObject({ reference, madeBy: 'Mrs Haddad', mine: true, heardAs: 'head' })
    expect([await of(lead), await of(teacher), await of(chair)]).toEqual([[], [], []])
    const answers = (fields: Record<string, string>) => app.post(`/complaints/${complaint?.id}`, fields, head)
    const refused = await answers({ outcome: 'upheld' })
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('Write down your answer') })
    await answers({ outcome: 'partly', answer: 'We ring back the same day now' })
    expect((await of(head))[0]).toMatchObject({ mine: false, answer: { outcome: 'partly' } })
    expect(await answers({ outcome: 'upheld', answer: 'Again' })).toMatchObject({
      status: 409,
    })
    const told = await t.peek<{ says: string }>("select says from app.notice where code = 'complaint.to_hear'")
    expect(told[0]?.says).toContain(reference)
    const history = await t.peek("select 1 from app.ledger_entry where record_id = $1 and code like 'complaint%'", [id])
    expect(history).toEqual([])
  })

  test('passes over whoever opened it, acted or is named in it; the chair, outside its circle, reads it meanwhile', async () => {
    const { id, reference } = await opened(head)
    await expect(t.as(chair, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    await complains(lead, reference)
    const [complaint] = await of(chair)
    expect(complaint).toMatchObject({ reference, mine: true })
    expect((await of(head)).filter((one) => one.reference === reference)).toEqual([])
    expect(await t.as(chair, (tx) => readCase(tx, id))).toMatchObject({ reference })
    const step = { recordId: id, step: 'incident:chart:1.illegal:triage:1', does: { answers: ['not_illegal'] } }
    await expect(t.as(chair, (tx) => takeStep(tx, chair, step))).rejects.toMatchObject({ name: 'NotFound' })
    await app.post(`/complaints/${complaint?.id}`, { outcome: 'not_upheld', answer: 'It was right' }, chair)
    await expect(t.as(chair, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('goes outside when nobody is left, and says so and where', async () => {
    const { id, reference } = await opened(head, [chair])
    const asked = await complains(teacher, reference)
    expect(asked).toMatchObject({ status: 400, text: expect.stringContaining('Nobody here is left to hear it') })
    expect(asked.text).toContain('Local authority')
    expect(await complains(teacher, reference, { passed_on: 'By post on Friday' })).toMatchObject({ status: 303 })
    expect(await heardBy(id)).toEqual({ heard_by: null, body: 'local_authority' })
    expect((await of(teacher))[0]).toMatchObject({ body: 'local_authority', mine: false })
    expect(await of(lead)).toEqual([])
  })

  test('is not heard by whoever complains', async () => {
    const { id, reference } = await opened(lead)
    await complains(head, reference, { own: 'yes' })
    expect(await heardBy(id)).toMatchObject({ heard_by: chair.personId })
  })

  test('is passed on when whoever hears it comes into the case', async () => {
    const { id, reference } = await opened(lead)
    await complains(teacher, reference)
    expect(await heardBy(id)).toMatchObject({ heard_by: head.personId })
    const step = { recordId: id, step: 'incident:chart:1.illegal:triage:1', does: { answers: ['not_illegal'] } }
    await t.as(head, (tx) => takeStep(tx, head, step))
    expect((await of(head)).filter((one) => one.reference === reference)).toEqual([])
    expect(await t.as(systemActor(lead.organisationId, 'tests'), passOnComplaints)).toBe(1)
    expect(await heardBy(id)).toMatchObject({ heard_by: chair.personId })
  })

  test('is given to nobody in the case by the database, whatever the program says', async () => {
    const { id } = await opened(lead, [named])
    const insert = (heard: PersonActor, by: PersonActor) =>
      t.as(by, (tx) =>
        tx
          .insertInto('app.case_complaint')
          .values({
            ...{ organisation_id: by.organisationId, id: crypto.randomUUID(), record_id: id, school_id: schoolId },
            ...{ made_by: 'Somebody', says: 'It was wrong', made_on: '2026-11-20', entered_by: by.personId },
            ...{ entered_at: '2026-11-23T10:00:00Z', due_at: '2026-12-23T10:00:00Z' },
            ...{ heard_as: 'head', heard_by: heard.personId },
          })
          .execute(),
      )
    for (const one of [lead, named]) await expect(insert(one, teacher)).rejects.toThrow(/row-level security/)
    await insert(head, teacher)
    expect(await of(lead)).toEqual([])
  })
})
