import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenSchool } from '#tests/support/school.ts'
import { openRecord, readCase, writeFields } from '../index.ts'

const t = useDatabase()
const app = useApp(t)

let schoolId: string
let lead: PersonActor
let head: PersonActor
let teacher: PersonActor
let governor: PersonActor

beforeAll(async () => {
  ;({ schoolId, lead, head, teacher, governor } = await givenSchool(t, ['lead', 'head', 'teacher', 'governor']))
})

async function given(): Promise<string> {
  const { id } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      kind: 'incident',
      schoolId,
      title: 'Unkind group chat',
      category: 'cyberbullying',
      occurredAt: null,
      fields: { kind: 'cyberbullying', happened_at: '2026-11-20T14:30', room: 'Hall', details: 'Said at lunch' },
      people: [],
    }),
  )
  return id
}

const path = (id: string) => `/incidents/${id}/form`
const fieldsOf = async (id: string, who = lead) => (await app.get(path(id), who)).form(path(id)).fields
const stands = async (id: string) => (await t.as(lead, (tx) => readCase(tx, id))).fields

describe('the form of a case', () => {
  test('is filled in further and put right with a reason, and what stood there stays to be read', async () => {
    const id = await given()
    const shown = await fieldsOf(id)
    expect(shown).toMatchObject({ room: 'Hall', 'happened_at-time': '14:30', kind: 'cyberbullying' })
    const law = (await app.get(path(id), lead)).text
    expect(law).toContain('Computer Misuse Act 1990')
    expect((await app.post(path(id), { ...shown, service_used: 'A game' }, lead)).status).toBe(303)
    const later = await fieldsOf(id)
    const silent = await app.post(path(id), { ...later, room: 'Dining hall' }, lead)
    expect(silent.status).toBe(400)
    expect(silent.text).toContain('Say why something else stands there now')
    expect(silent.body).toContain('value="Dining hall"')
    const sent = { ...later, room: 'Dining hall', law_broken: 'computer_misuse_act', reason: 'It was the other room' }
    expect((await app.post(path(id), sent, lead)).status).toBe(303)
    expect(await stands(id)).toMatchObject({
      room: 'Dining hall',
      service_used: 'A game',
      law_broken: ['computer_misuse_act'],
      details: 'Said at lunch',
    })
    const page = (await app.get(`/incidents/${id}`, lead)).text
    expect(page).toContain('Which room? Dining hall (it said: Hall)')
    expect(page).toContain('Why: It was the other room')
  })

  test('takes what two people write into different fields, and tells the second who changes the same', async () => {
    const id = await given()
    const [first, second] = [await fieldsOf(id), await fieldsOf(id, head)]
    const why = 'Heard more'
    expect((await app.post(path(id), { ...first, room: 'Library', reason: why }, lead)).status).toBe(303)
    const other = await app.post(path(id), { ...second, account_used: 'pupil17' }, head)
    expect(other.status).toBe(303)
    expect(await stands(id)).toMatchObject({ room: 'Library', account_used: 'pupil17' })
    const same = await app.post(path(id), { ...second, room: 'Gym', reason: why }, head)
    expect(same.status).toBe(400)
    expect(same.text).toContain('Somebody else has changed this meanwhile. It says now: Library')
    expect((await app.post(path(id), { ...same.form(path(id)).fields }, head)).status).toBe(303)
    expect(await stands(id)).toMatchObject({ room: 'Gym', account_used: 'pupil17' })
  })

  test('changes the kind of the case with the question that says it', async () => {
    const id = await given()
    const sent = { ...(await fieldsOf(id)), kind: 'unsolicited_email', reason: 'Nobody was bullied' }
    expect((await app.post(path(id), sent, lead)).status).toBe(303)
    const stood = () => t.peek('select category, files_locked from app.record where id = $1', [id])
    expect(await stood()).toEqual([{ category: 'unsolicited_email', files_locked: false }])
    // Once of a kind that never has files: they are locked at once, and stay so when it is called something else again.
    for (const kind of ['abuse_images', 'unsolicited_email'])
      await t.as(lead, (tx) => writeFields(tx, lead, { recordId: id, fields: { kind }, reason: 'So it was said' }))
    expect(await stood()).toEqual([{ category: 'unsolicited_email', files_locked: true }])
  })

  test('is nobody’s but theirs who handle the case', async () => {
    const id = await given()
    expect((await app.get(path(id), teacher)).status).toBe(404)
    expect((await app.get(path(id), governor)).status).toBe(404)
    expect((await app.post(path(id), { room: 'Gym', 'was-room': '"Hall"', reason: 'x' }, governor)).status).toBe(404)
    expect(await stands(id)).toMatchObject({ room: 'Hall' })
  })
})
