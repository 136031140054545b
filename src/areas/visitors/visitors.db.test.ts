import { describe, expect, test } from 'vitest'
import { signInPerson } from '#areas/assents/index.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

describe('visitors', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    return {
      organisation,
      office: await staff('Ben Adeyemi', 'school_office'),
      teacher: await staff('Sam Pritchard'),
    }
  }

  const arrival = { given: 'Ines', family: 'Duarte', kind: 'visitor', contractor: 'no', email: '' }

  async function arrive(office: Parameters<typeof app.get>[1], more: Record<string, string>) {
    const sent = await app.post('/visitors/new', { ...arrival, ...more }, office)
    expect(sent.status).toBe(303)
    return String(sent.headers.location)
  }

  const hereOf = (body: string) => /href="(\/agreements\/requests\/[^"]+\/here\/[^"]+)"/.exec(body)?.[1] ?? ''

  test('who come regularly are asked at once and sign on the spot, with the office beside them', async () => {
    const { office } = await given()
    const welcome = await arrive(office, { regulated_activity: 'yes' })
    const page = await app.get(welcome, office)
    expect(page.text).toContain('Not signed')
    const here = hereOf(page.body)
    const form = await app.get(here, office)
    expect(form.text).toContain('with Ben Adeyemi beside you')
    expect(form.body).not.toContain('kept-nav')
    const { fields } = form.form(here)
    const empty = await app.post(here, fields, office)
    expect(empty.status).toBe(400)
    expect(empty.text).toContain('Tick this when you agree')
    const sent = { ...fields, agree: 'yes', name: 'Ines Duarte', job_title: 'Therapist' }
    expect((await app.post(here, sent, office)).status).toBe(303)
    expect((await app.get(here, office)).text).toContain('Please give the tablet back')
    // What else the policy asks of them follows on the same tablet.
    const other = hereOf((await app.get(welcome, office)).body)
    const second = (await app.get(other, office)).form(other)
    expect((await app.post(other, { ...second.fields, agree: 'yes', name: 'Ines Duarte' }, office)).status).toBe(303)
    expect(
      await t.peek('select distinct way, capacity, recorded_by from app.signature where typed_name = $1', [
        'Ines Duarte',
      ]),
    ).toEqual([{ way: 'in_person', capacity: 'self', recorded_by: office.personId }])
    expect((await app.get('/visitors', office)).text).toMatch(/Ines Duarte.*Signed/s)
  })

  test('whom the policy does not bind are asked nothing, until it does', async () => {
    const { office } = await given()
    const path = await arrive(office, { regulated_activity: 'no' })
    expect((await app.get(path, office)).text).toContain('The policy asks nothing of them')
    expect((await app.get('/visitors', office)).text).toContain('Nothing to sign')
  })

  test('who do not come any more are not listed, and what they signed stays', async () => {
    const { office } = await given()
    const path = await arrive(office, { regulated_activity: 'yes' })
    expect((await app.post(`${path}/leave`, {}, office)).status).toBe(303)
    expect((await app.get('/visitors', office)).text).not.toContain('Ines Duarte')
    expect((await app.get(path, office)).status).toBe(404)
  })

  test('are kept by the office, and nobody is present for their own signature', async () => {
    const { office, teacher, organisation } = await given()
    expect((await app.get('/visitors', teacher)).status).toBe(403)
    expect((await app.post('/visitors/new', arrival, teacher)).status).toBe(403)
    const faults = await app.post('/visitors/new', { email: 'nobody' }, office)
    expect(faults.status).toBe(400)
    for (const says of ['Enter their first name', 'Enter their last name', 'Say how they come', 'Enter a mail address'])
      expect(faults.text).toContain(says)
    const path = await arrive(office, { regulated_activity: 'yes' })
    const here = hereOf((await app.get(path, office)).body)
    const requestId = here.split('/')[3] ?? ''
    const pupil = await givenPerson(t, organisation, { kind: 'pupil' })
    const sign = (signerId: string) =>
      t.as(office, (tx) => signInPerson(tx, office, { requestId, signerId, typedName: 'x' }))
    await expect(sign(office.personId)).rejects.toMatchObject({ code: 'agreement.present.own' })
    await expect(sign(pupil.personId)).rejects.toMatchObject({ code: 'agreement.sign.not_asked' })
    expect((await app.get(here, pupil)).status).toBe(403)
    const stranger = (await given()).office
    expect((await app.get(here, stranger)).status).toBe(404)
  })
})
