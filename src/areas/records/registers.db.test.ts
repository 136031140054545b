import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { openRecord } from './index.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })

async function given() {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'village-primary')
  const person = (kind: 'staff' | 'pupil', name: string, posts: string[] = []) =>
    givenPerson(t, organisation, { kind, name, posts, ...(kind === 'pupil' ? { yearGroup: 5 } : {}) })
  return {
    teacher: await person('staff', 'Rosa Lindqvist'),
    other: await person('staff', 'Ade Balogun'),
    head: { ...(await person('staff', 'Moira Tolland', ['head'])), schoolId: organisation.schoolId },
    office: await person('staff', 'Jon Ferrier', ['school_office']),
    pupil: await person('pupil', 'Leila Haddad'),
  }
}

const entryIn = (location: string | undefined): string => location?.match(/^\/entries\/([0-9a-f-]{36})$/)?.[1] ?? ''

describe('a register that the policy declares', () => {
  const use = {
    device_which: 'A tablet with large keys',
    'person-1': 'Leila Haddad',
    'part-1': 'uses_device',
    activity: 'Reading',
  }
  const days = {
    'from_day-day': '5',
    'from_day-month': '10',
    'from_day-year': '2026',
    'until_day-day': '18',
    'until_day-month': '12',
    'until_day-year': '2026',
  }

  test('stands in the list of those who may write in it, and not in that of others', async () => {
    const { teacher, head, pupil } = await given()
    expect((await app.get('/registers', teacher)).body).toContain('/registers/pupil_media')
    expect((await app.get('/registers', head)).body).toContain('/registers/pupil_device')
    expect((await app.get('/registers', pupil)).body).not.toContain('/registers/equipment')
    expect((await app.get('/registers/incident', teacher)).status).toBe(404)
  })

  test('refuses an entry from somebody whom the policy does not name', async () => {
    const { pupil, teacher } = await given()
    expect((await app.post('/registers/equipment/new', {}, pupil)).status).toBe(403)
    expect((await app.get('/registers/equipment/new', teacher)).status).toBe(403)
    expect((await app.get('/registers/no_such/new', teacher)).status).toBe(404)
  })

  test('says beside each field what is missing, and keeps what was typed', async () => {
    const { teacher } = await given()
    const sent = await app.post('/registers/educational_use/new', use, teacher)
    expect(sent.status).toBe(400)
    expect(sent.body).toContain('Enter the date')
    expect(sent.body).toContain('A tablet with large keys')
    const other = await app.post('/registers/pupil_media/new', { media_pupil: 'Nobody Here' }, teacher)
    expect(other.status).toBe(400)
    expect(other.body).toContain('Choose one of the names that appear as you type')
  })

  test('takes an entry through its steps: a wait, and a decision of the head that its opener cannot take', async () => {
    const { teacher, head, other } = await given()
    const opened = await app.post('/registers/educational_use/new', { ...use, ...days }, teacher)
    expect(opened.status).toBe(303)
    const id = entryIn(opened.location)
    const entry = await app.get(`/entries/${id}`, teacher)
    expect(entry.status).toBe(200)
    expect(entry.body).toContain('EDUS-0001')
    expect(entry.body).toContain('Leila Haddad')
    expect((await app.get(`/entries/${id}`, other)).status).toBe(404)

    const wait = `/entries/${id}/steps/${encodeURIComponent('educational_use:bill_payer:1')}`
    expect((await app.post(wait, { bill_payer_agreed: 'yes' }, head)).status).toBe(303)
    const decide = `/entries/${id}/steps/${encodeURIComponent('educational_use:agree:1')}`
    expect((await app.get(decide, head)).body).toContain('Your decision')
    expect((await app.post(decide, { voice: 'yes' }, teacher)).status).toBe(409)
    expect((await app.post(decide, { voice: 'no' }, head)).status).toBe(400)
    expect((await app.post(decide, { voice: 'yes' }, head)).status).toBe(303)
    const list = await app.get('/registers/educational_use', head)
    expect(list.body).toContain('A tablet with large keys')
    expect(list.body).toContain('Closed')
  })

  test('does not show a record that stands elsewhere, not even to those who may see it there', async () => {
    const { head } = await given()
    const { id } = await t.as(head, (tx) =>
      openRecord(tx, head, {
        kind: 'incident',
        schoolId: head.schoolId,
        title: 'A lost laptop',
        category: null,
        occurredAt: null,
        fields: {},
        people: [],
      }),
    )
    expect((await app.get(`/incidents/${id}`, head)).status).toBe(200)
    for (const path of ['', '/people', '/close', '/void'])
      expect((await app.get(`/entries/${id}${path}`, head)).status).toBe(404)
  })

  test('goes out as a file and on paper, and each is noted as a look', async () => {
    const { teacher, head } = await given()
    await app.post('/registers/educational_use/new', { ...use, ...days }, teacher)
    const file = await app.get('/registers/educational_use/file.csv', head)
    expect(file.body).toContain('A tablet with large keys')
    expect((await app.get('/registers/educational_use/print', head)).body).toContain('Moira Tolland')
    const looks = await t.peek<{ code: string }>(
      `select code from app.ledger_entry where organisation_id = $1 and code = 'educational_use.exported'`,
      [head.organisationId],
    )
    expect(looks).toHaveLength(2)
  })

  test('asks for the rows of a list, and for more of them without losing what was typed', async () => {
    const { teacher, office } = await given()
    const path = '/registers/trip/new'
    const more = await app.post(path, { trip_what: 'The farm', more: 'taken_along', 'taken_along-shown': '3' }, teacher)
    expect(more.status).toBe(200)
    expect(more.body).toContain('The farm')
    expect(more.body).toMatch(/name="taken_along-shown" value="6"/)
    expect((await app.get('/registers/trip', office)).status).toBe(200)
  })
})
