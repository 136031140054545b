import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signAgreement } from './index.ts'

describe('the pages of agreements', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const school = await givenSchool(t)
    await issueIn(t, school.organisation)
    const { organisationId, schoolId } = school.organisation
    const classId = newId()
    await t.as(systemActor(organisationId, 'tests'), async (tx) => {
      await tx
        .insertInto('app.class')
        .values({
          organisation_id: organisationId,
          id: classId,
          school_id: schoolId,
          name: '5M',
          kind: 'homeroom',
          school_year: 2026,
          from_on: '2026-09-01',
        })
        .execute()
      for (const pupil of [school.kofi, school.other])
        await tx
          .insertInto('app.class_member')
          .values({
            organisation_id: organisationId,
            id: newId(),
            class_id: classId,
            person_id: pupil.personId,
            part: 'pupil',
            from_on: '2026-09-01',
          })
          .execute()
    })
    return { ...school, classId, primary: await requestOf(t, school.kofi, 'primary_rules') }
  }
  const signed = async (who: PersonActor, requestId: string) =>
    (await t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name' }))).signatureId

  test('of staff are for staff, and of one organisation', async () => {
    const { mother, esi, lead, kofi, classId, primary } = await given()
    const elsewhere = await given()
    const addresses = [
      `/agreements/people/${kofi.personId}`,
      `/agreements/classes/${classId}`,
      `/agreements/classes/${classId}/slips`,
      `/agreements/requests/${primary}/slip`,
    ]
    for (const address of ['/agreements', '/agreements.csv', '/agreements/classes', ...addresses]) {
      expect((await app.get(address, lead)).status, address).toBe(200)
      for (const who of [mother, esi]) expect((await app.get(address, who)).status, address).toBe(403)
    }
    for (const address of addresses) expect((await app.get(address, elsewhere.lead)).status, address).toBe(404)
    expect((await app.get(`/agreements/mine/${primary}`, elsewhere.mother)).status).toBe(404)
    expect((await app.get(`/agreements/mine/${primary}`, lead)).status).toBe(404)
  })

  test('list, narrow and export what is asked', async () => {
    const { lead, mother, primary } = await given()
    await signed(mother, primary)
    const all = await app.get('/agreements', lead)
    expect(all.text).toContain('1 of 21 signed')
    const few = await app.get('/agreements?words=kofi&assent=primary_rules', lead)
    expect(few.text).toContain('Mensah, Kofi')
    expect(few.text).not.toContain('Zhou, Mei')
    expect((await app.get('/agreements?words=nobody', lead)).text).toContain('Nothing found')
    const csv = await app.get('/agreements.csv?view=signed', lead)
    expect(csv.body).toContain('"Mensah, Kofi",5,5M,Our e-safety rules (primary),Signed')
    expect(csv.body.trim().split('\r\n')).toHaveLength(2)
  })

  test('say how many a reminder reaches before it is sent', async () => {
    const { office, mother, primary } = await given()
    const preview = await app.post('/agreements/remind', { ids: primary }, office)
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Send 2 reminders')
    const reminders = () =>
      t.as(mother, (tx) => tx.selectFrom('app.notice').select('id').where('code', '=', 'agreement.reminded').execute())
    expect(await reminders()).toHaveLength(0)
    const sent = await app.post('/agreements/remind', { ids: primary, confirm: 'yes' }, office)
    expect(sent.status).toBe(303)
    expect(await reminders()).toHaveLength(1)
    const again = await app.post('/agreements/remind', { ids: primary }, office)
    expect(again.text).toContain('had a reminder today already')
    expect((await app.post('/agreements/remind', { ids: primary, confirm: 'yes' }, mother)).status).toBe(403)
  })

  test('record one paper slip, and those of a whole class', async () => {
    const { office, mother, stranger, other, kofi, classId, primary } = await given()
    const date = { 'signed-day': '20', 'signed-month': '11', 'signed-year': '2026' }
    const wrong = await app.post(`/agreements/requests/${primary}/slip`, { signer: stranger.personId, ...date }, office)
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('Choose who signed the slip')
    const one = await app.post(`/agreements/requests/${primary}/slip`, { signer: mother.personId, ...date }, office)
    expect(one.location).toBe(`/agreements/people/${kofi.personId}`)
    const history = await app.get(one.location ?? '', office)
    expect(history.text).toContain('slip seen by Olu Adeyemi')
    const otherSlip = await requestOf(t, other, 'primary_rules')
    const none = await app.post(`/agreements/classes/${classId}/slips?assent=primary_rules`, date, office)
    expect(none.status).toBe(400)
    await app.post(
      `/agreements/classes/${classId}/slips?assent=primary_rules`,
      { ...date, [otherSlip]: stranger.personId },
      office,
    )
    expect(await stateOf(t, otherSlip)).toBe('signed')
    const roll = await app.get(`/agreements/classes/${classId}?assent=primary_rules`, office)
    expect(roll.text).toContain('2 of 2')
  })

  test('give a copy to the signer, the pupil and staff, and to nobody else', async () => {
    const { mother, father, stranger, kofi, other, lead, primary } = await given()
    const elsewhere = await given()
    const id = await signed(mother, primary)
    for (const who of [mother, kofi, lead]) {
      const pdf = await app.get(`/agreements/signatures/${id}/certificate.pdf`, who)
      expect(pdf.status).toBe(200)
      expect(pdf.headers['content-type']).toBe('application/pdf')
      expect((await app.get(`/agreements/signatures/${id}`, who)).text).toContain('Our e-safety rules (primary)')
    }
    for (const who of [father, stranger, other, elsewhere.lead]) {
      expect((await app.get(`/agreements/signatures/${id}/certificate.pdf`, who)).status).toBe(404)
      expect((await app.get(`/agreements/signatures/${id}`, who)).status).toBe(404)
    }
  })

  test('let somebody talk first, and tell who will call', async () => {
    const { mother, primary } = await given()
    const page = await app.get(`/agreements/mine/${primary}`, mother)
    expect(page.text).toContain('Priya Raman will get in touch')
    const sent = await app.post(`/agreements/mine/${primary}`, { agree: 'talk', reason: 'What is checked?' }, mother)
    expect(sent.status).toBe(303)
    const after = await app.get(`/agreements/mine/${primary}`, mother)
    expect(after.text).toContain('You want to talk first')
  })

  test('read young pupils the easy words, and others the usual ones', async () => {
    const { kofi, esi } = await given()
    expect((await app.get('/agreements/mine', kofi)).text).toContain('Not everything online is true')
    const secondary = await requestOf(t, esi, 'secondary_agreement')
    const usual = await app.get(`/agreements/mine/${secondary}`, esi)
    expect(usual.text).toContain('I do not download or install software on school devices')
    const easy = await app.get(`/agreements/mine/${secondary}?words=en-easy`, esi)
    expect(easy.text).toContain('I do not put programs or apps on school computers')
    const form = easy.form(`/agreements/mine/${secondary}`)
    const sent = await app.post(form.action, { ...form.fields, agree: 'yes', name: 'Esi' }, esi)
    expect(sent.status).toBe(303)
    const [row] = await t.peek<{ language: string }>('select language from app.signature where request_id = $1', [
      secondary,
    ])
    expect(row?.language).toBe('en-easy')
  })
})
