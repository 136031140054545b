import { expect, test } from 'vitest'
import { changed, filesOf, set12 } from '#areas/people/import/given-files.ts'
import { zipOf } from '#areas/people/import/given-zip.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

const PASSWORD = 'Seven-otters-4-tea'
const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwll'

/** Somebody from the office who signs in with a password. */
async function givenOffice() {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation)
  const email = `office-${organisation.slug}@larkbeck.example`
  const office = await givenPerson(t, organisation, {
    kind: 'staff',
    name: 'Olu Adeyemi',
    posts: ['administrator'],
    email,
  })
  await site.identity.setPassword(await site.identity.ensureUser({ ...office, email }), PASSWORD, {
    minimum: 10,
    mix: 2,
  })
  const people = async () =>
    (await t.peek('select 1 from app.person where organisation_id = $1', [organisation.organisationId])).length
  return { email, people }
}

/** A roster in which the teacher has no user name, and a pupil a very long one. */
const roster = async () => {
  const named = changed(set12(), 'users.csv', 'Tobi,Adeyemi', `${LONG},Adeyemi-${LONG}`)
  return zipOf(Object.fromEntries(filesOf(changed(named, 'users.csv', 'sam,,Sam', ',,Sam'))))
}

test.each(WITH_AND_WITHOUT_SCRIPTS)(
  'an import is looked at, done without its bad row, and changes nothing the second time, $how',
  async ({ scripts }) => {
    const { email, people } = await givenOffice()
    const { page, look } = await visitors.open({ scripts })
    await page.goto(`${site.url}/people/import`)
    await page.getByRole('link', { name: 'I work here or visit' }).click()
    await look()
    // Sent without a password, the form says so and keeps the address.
    await page.getByLabel('Mail address').fill(email)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('Type your password').waitFor()
    await look()
    expect(await page.getByLabel('Mail address').inputValue()).toBe(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Import people' }).waitFor()
    await look()

    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByRole('alert').getByText('Choose the zip file').waitFor()
    await look()

    const before = await people()
    const file = { name: 'roster.zip', mimeType: 'application/zip', buffer: await roster() }
    const handIn = async () => {
      await page.getByLabel('The roster, as one zip file').setInputFiles(file)
      await page.getByRole('button', { name: 'Read the file' }).click()
      await page.getByRole('heading', { name: 'Check the import' }).waitFor()
      await look()
    }
    await handIn()
    await page.getByText('1 fault in the rows. Nothing was changed.').waitFor()
    const fault = page.getByRole('row', { name: /users\.csv/ })
    for (const cell of ['4', 'username']) {
      await fault.getByRole('cell', { name: cell, exact: true }).waitFor()
    }
    await fault.getByText('“username” is empty.').waitFor()
    expect(await people()).toBe(before)
    await page.getByRole('button', { name: 'Leave those rows out and import the rest' }).click()
    await page.getByRole('heading', { name: 'Import people' }).waitFor()
    await look()
    expect(await people()).toBe(before + 2)

    await handIn()
    expect(await page.getByRole('heading', { name: /Joiners|Leavers|Changes/ }).count()).toBe(0)
    expect(await people()).toBe(before + 2)

    // A page that is not there says so, and leads on.
    await page.goto(`${site.url}/nothing-here`)
    await look()
    await page.getByRole('heading', { level: 1 }).getByText('We cannot find this page').waitFor()
    await site.quiet()
    expect(site.broken).toEqual([])
  },
)
