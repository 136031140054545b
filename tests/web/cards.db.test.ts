import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

async function givenClass() {
  const organisation = await givenOrganisation(t)
  const { organisationId, schoolId } = organisation
  const office = await givenPerson(t, organisation, { kind: 'staff', posts: ['administrator'] })
  const teacher = await givenPerson(t, organisation, { kind: 'staff' })
  const kofi = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kofi Mensah', yearGroup: 5 })
  const esi = await givenPerson(t, organisation, { kind: 'pupil', name: 'Esi Adeyemi', yearGroup: 5 })
  const classId = newId()
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    const both = { organisation_id: organisationId, from_on: '2026-09-01' }
    const row = {
      ...both,
      id: classId,
      school_id: schoolId,
      name: '5 Heron',
      kind: 'homeroom',
      school_year: 2026,
    } as const
    await tx.insertInto('app.class').values(row).execute()
    for (const pupil of [kofi, esi]) {
      const member = { ...both, id: newId(), class_id: classId, person_id: pupil.personId, part: 'pupil' } as const
      await tx.insertInto('app.class_member').values(member).execute()
    }
  })
  return { office, teacher, kofi, esi, classId, page: `/classes/cards/${classId}` }
}

const codesOf = (text: string) => ({
  classCode: /Class ([0-9A-Z]{6})\b/.exec(text)?.[1] ?? '',
  cardCode: /My code ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text)?.[1] ?? '',
})

const cardOn = (html: string): string => {
  const button = /<button\b[^>]*name="card"[^>]*>/.exec(html)?.[0] ?? ''
  return /\svalue="([^"]+)"/.exec(button)?.[1] ?? ''
}

const signIn = (codes: { classCode: string; cardCode: string }) =>
  kept.browser().submit('/sign-in/card', '/sign-in/card', codes)

const issue = (page: string, office: PersonActor, who: readonly PersonActor[]) =>
  kept.post(page, { who: who.map((one) => one.personId) }, office)

describe('cards of a class', () => {
  test('are made for the pupils chosen, and sign them in', async () => {
    const { office, kofi, page } = await givenClass()
    const sheet = await issue(page, office, [kofi])
    expect(sheet.status).toBe(200)
    expect(sheet.text).toContain('Kofi Mensah')
    expect(sheet.text).not.toContain('Esi Adeyemi')
    const codes = codesOf(sheet.text)
    expect((await signIn(codes)).status).toBe(303)
    // The code was shown once.
    expect((await kept.get(page, office)).body).not.toContain(codes.cardCode)
  })

  test('end when a new one is made, and when one is lost', async () => {
    const { office, kofi, page } = await givenClass()
    const first = codesOf((await issue(page, office, [kofi])).text)
    const second = codesOf((await issue(page, office, [kofi])).text)
    expect(second.classCode).toBe(first.classCode)
    expect((await signIn(first)).status).toBe(400)
    const card = cardOn((await kept.get(page, office)).body)
    expect((await kept.post(`${page}/revoke`, { card }, office)).status).toBe(303)
    expect((await signIn(second)).status).toBe(400)
  })

  test('are asked for at least one pupil', async () => {
    const { office, page } = await givenClass()
    const answer = await kept.post(page, {}, office)
    expect([answer.status, answer.text.includes('Choose at least one pupil')]).toEqual([400, true])
  })

  test('are not made by staff without such a post, by pupils, or in another organisation', async () => {
    const { teacher, kofi, page, office } = await givenClass()
    const elsewhere = await givenClass()
    expect((await issue(page, teacher, [kofi])).status).toBe(403)
    expect((await issue(page, kofi, [kofi])).status).toBe(403)
    expect((await issue(page, elsewhere.office, [kofi])).status).toBe(404)
    expect((await kept.get('/classes/cards', teacher)).status).toBe(403)
    const theirs = codesOf((await issue(elsewhere.page, elsewhere.office, [elsewhere.kofi])).text)
    const card = cardOn((await kept.get(elsewhere.page, elsewhere.office)).body)
    expect((await kept.post(`${page}/revoke`, { card }, office)).status).toBe(404)
    expect((await signIn(theirs)).status).toBe(303)
  })
})
