import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

describe.each(WITH_AND_WITHOUT_SCRIPTS)('$how', ({ scripts }) => {
  test('a pupil asks in plain words, reads the rule, asks for permission and finds help', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    await givenPerson(t, organisation, { kind: 'staff', name: 'Margaret Oyelaran', posts: ['head'] })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kofi Mensah', yearGroup: 5 })
    const { context, page, look } = await visitors.open({ scripts, phone: true })
    await site.letIn(context, pupil)

    await page.goto(`${site.url}/may-i`)
    await look()
    await page.getByLabel('What would you like to do?').fill('phone in lesson')
    await page.getByRole('button', { name: 'Look it up' }).click()
    await page.getByRole('heading', { name: 'No', exact: true }).waitFor()
    await look()
    await page.getByRole('link', { name: 'Why, and who can say yes' }).click()
    await page.getByText('Pupils must not use it for personal purposes within lesson time.').waitFor()
    await look()

    await page.getByLabel('What do you want to do?').selectOption({ label: 'Use it for my school work' })
    await page.getByRole('button', { name: 'Tell me' }).click()
    await page.getByRole('heading', { name: 'Ask first' }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Ask now' }).click()
    await page.waitForURL('**/registers/educational_use/new')

    await page.goto(`${site.url}/may-i/devices/all`)
    await look()
    await page.goto(`${site.url}/policy/help`)
    await look()
    await page.getByRole('link', { name: 'Who can help' }).click()
    await page.getByText('Margaret Oyelaran').waitFor()
    await look()
    await page.getByRole('link', { name: 'The law' }).click()
    await look()
    expect(await page.getByText('Data Protection Act 1998').count()).toBeGreaterThan(0)
  })
})
