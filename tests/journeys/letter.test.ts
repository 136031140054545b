import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

/** A class with one pupil, a mother whom no mail reaches, and a network manager with a password. */
async function givenClass() {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const { organisationId, schoolId } = organisation
  const manager = await givenPerson(t, organisation, { kind: 'staff', name: 'Ben Adeyemi', posts: ['administrator'] })
  const email = `ben-${organisation.slug}@larkbeck.example`
  const userId = await site.identity.ensureUser({ organisationId, personId: manager.personId, email })
  await site.identity.setPassword(userId, 'heron pylon marmalade', { minimum: 12, mix: 0 })
  const kofi = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kofi Mensah', yearGroup: 5 })
  await givenFamily(t, await givenPerson(t, organisation, { kind: 'parent', name: 'Abena Mensah' }), kofi)
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
    const member = { ...both, id: newId(), class_id: classId, person_id: kofi.personId, part: 'pupil' } as const
    await tx.insertInto('app.class_member').values(member).execute()
  })
  return { email }
}

describe.each(WITH_AND_WITHOUT_SCRIPTS)('$how', ({ scripts }) => {
  test('a letter is printed in the office, and signs the mother in on her phone', async () => {
    const { email } = await givenClass()
    const office = await visitors.open({ scripts, phone: false })
    await office.page.goto(`${site.url}/sign-in/password`)
    await office.page.getByLabel('Mail address').fill(email)
    await office.page.getByLabel('Password', { exact: true }).fill('heron pylon marmalade')
    await office.page.getByRole('button', { name: 'Sign in' }).click()
    await office.page.goto(`${site.url}/classes/cards`)
    await office.page.getByRole('link', { name: 'access letters' }).click()
    await office.look()
    await office.page.getByRole('link', { name: 'Staff, governors and visitors' }).click()
    await office.look()
    await office.page.getByRole('link', { name: 'All groups' }).click()
    await office.page.getByRole('link', { name: '5 Heron' }).click()
    await office.look()
    await office.page.getByRole('button', { name: 'Make letters for those chosen' }).click()
    await office.page.getByRole('heading', { name: 'For Abena Mensah: your way in' }).waitFor()
    await office.look()
    const code = (await office.page.locator('.kept-code').textContent()) ?? ''

    const mother = await visitors.open({ scripts, phone: true })
    await mother.page.goto(`${site.url}/sign-in/mail`)
    await mother.page.getByRole('link', { name: 'I was handed a letter with a code' }).click()
    await mother.page.getByLabel('The code in your letter').fill('no such code')
    await mother.page.getByRole('button', { name: 'Sign in' }).click()
    await mother.page.getByRole('alert').getByText('This code does not work.').waitFor()
    await mother.look()
    await mother.page.getByLabel('The code in your letter').fill(code.toLowerCase())
    await mother.page.getByRole('button', { name: 'Sign in' }).click()
    await mother.page.waitForURL('**/agreements/mine')
    await mother.page.goto(`${site.url}/you`)
    await mother.look()
    expect(await mother.page.getByRole('heading', { level: 1 }).textContent()).toContain('Abena Mensah')
    await mother.page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await mother.page.waitForURL('**/sign-in')
  })
})
