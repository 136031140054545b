import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { BASE_URL, useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

/** A class with one pupil, whose parents live apart; an aunt may not act for the pupil. */
async function givenClass() {
  const organisation = await givenOrganisation(t)
  const { organisationId, schoolId } = organisation
  const manager = await givenPerson(t, organisation, { kind: 'staff', name: 'Ben Adeyemi', posts: ['administrator'] })
  const teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Tess Hale' })
  const kofi = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kofi Mensah', yearGroup: 5 })
  const mother = await givenPerson(t, organisation, { kind: 'parent', name: 'Abena Mensah' })
  const father = await givenPerson(t, organisation, { kind: 'parent', name: 'Kwame Owusu' })
  const aunt = await givenPerson(t, organisation, { kind: 'parent', name: 'Efua Boateng' })
  for (const [adult, maySign] of [[mother, true] as const, [father, true] as const, [aunt, false] as const])
    await givenFamily(t, adult, kofi, maySign)
  const classId = newId()
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    const both = { organisation_id: organisationId, from_on: '2026-09-01' }
    const one = {
      ...both,
      id: classId,
      school_id: schoolId,
      name: '5 Heron',
      kind: 'homeroom',
      school_year: 2026,
    } as const
    await tx.insertInto('app.class').values(one).execute()
    const member = { ...both, id: newId(), class_id: classId, person_id: kofi.personId, part: 'pupil' } as const
    await tx.insertInto('app.class_member').values(member).execute()
  })
  return { organisation, manager, teacher, kofi, mother, father, aunt, page: `/letters/${classId}` }
}

const codeIn = (text: string): string => /\b[3-9A-Y]{4}(?:-[3-9A-Y]{4}){3}\b/.exec(text)?.[0] ?? ''

const print = (page: string, who: PersonActor, by: PersonActor) => kept.post(page, { who: who.personId }, by)

const signIn = (code: string) => kept.browser().submit('/sign-in/letter', '/sign-in/letter', { code })

describe('an access letter', () => {
  test('is printed for a parent by the network manager, and signs that parent in once', async () => {
    const { manager, mother, page } = await givenClass()
    const sheet = await print(page, mother, manager)
    expect([sheet.status, sheet.headers['cache-control']]).toEqual([200, 'no-store'])
    for (const words of [
      'Abena Mensah',
      'a parent or carer of Kofi Mensah',
      `${BASE_URL}/sign-in/letter`,
      '7 December 2026',
    ])
      expect(sheet.text).toContain(words)
    const code = codeIn(sheet.text)
    const browser = kept.browser()
    const answer = await browser.submit(`/sign-in/letter?code=${code}`, '/sign-in/letter', {})
    expect([answer.status, answer.location]).toEqual([303, '/'])
    expect((await browser.get('/you')).text).toContain('Abena Mensah')
    const again = await signIn(code)
    expect([again.status, again.text.includes('This code does not work')]).toEqual([400, true])
  })

  test('stands on a sheet of its own: neither household is named on the other’s', async () => {
    const { manager, mother, father, page } = await givenClass()
    const sheet = await kept.post(page, { who: [mother.personId, father.personId] }, manager)
    const sheets = sheet.body.split('<section class="kept-sheet"').slice(1)
    expect(sheets).toHaveLength(2)
    for (const one of sheets) expect([one.includes('Abena'), one.includes('Kwame')].filter(Boolean)).toHaveLength(1)
  })

  test('is offered for nobody who may not act for a child of the class', async () => {
    const { manager, aunt, page } = await givenClass()
    expect((await kept.get(page, manager)).text).not.toContain('Efua Boateng')
    expect((await print(page, aunt, manager)).status).toBe(400)
  })

  test('is not for a teacher to make, nor for a parent', async () => {
    const { teacher, mother, page } = await givenClass()
    for (const path of ['/letters', '/letters/staff', page]) expect((await kept.get(path, teacher)).status).toBe(403)
    expect((await print(page, mother, teacher)).status).toBe(403)
    expect((await print(page, mother, mother)).status).toBe(403)
    expect(await t.peek('select 1 from identity.pass where person_id = $1', [mother.personId])).toEqual([])
  })

  test('is in the ledger with whoever printed it', async () => {
    const { manager, mother, page } = await givenClass()
    await print(page, mother, manager)
    expect(
      await t.peek(
        `select actor_person_id as actor_id, person_id from app.ledger_entry where code = 'access_letter.printed' and person_id = $1`,
        [mother.personId],
      ),
    ).toEqual([{ actor_id: manager.personId, person_id: mother.personId }])
  })

  test('lets a new member of staff choose a password, and then there are no more letters for them', async () => {
    const { organisation, manager } = await givenClass()
    const tess = await givenPerson(t, organisation, { kind: 'staff', name: 'Nia Rowe' })
    await t.peek(`update app.person set email = 'nia@larkbeck.example' where id = $1`, [tess.personId])
    const first = codeIn((await print('/letters/staff', tess, manager)).text)
    const browser = kept.browser()
    await browser.submit('/sign-in/letter', '/sign-in/letter', { code: first })
    const chosen = await browser.submit('/you', '/you/password', { newPassword: 'heron pylon marmalade' })
    expect([chosen.status, chosen.location]).toEqual([303, '/you'])
    expect((await kept.get('/letters/staff', manager)).text).toContain('With a password of their own')
    expect((await print('/letters/staff', tess, manager)).status).toBe(400)
    const login = { login: 'nia@larkbeck.example', password: 'heron pylon marmalade' }
    expect((await kept.identity.signInWithPassword(login)).kind).toBe('signed-in')
  })

  test('of another organisation is nobody’s to print', async () => {
    const [here, there] = [await givenClass(), await givenClass()]
    expect((await print(there.page, there.mother, here.manager)).status).toBe(404)
    expect((await print(here.page, there.mother, here.manager)).status).toBe(400)
    expect(await t.peek('select 1 from identity.pass where person_id = $1', [there.mother.personId])).toEqual([])
  })

  test('says that a letter waits, until it is used', async () => {
    const { manager, father, page } = await givenClass()
    const code = codeIn((await print(page, father, manager)).text)
    expect((await kept.get(page, manager)).text).toContain('A letter waits until')
    await signIn(code)
    expect((await kept.get(page, manager)).text).not.toContain('A letter waits until')
  })
})
