import { describe, expect, test } from 'vitest'
import { planDuties } from '#areas/duties/index.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

/** The lead, who checks the measures that the network manager holds; every check is planned. */
async function givenLead() {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation)
  const lead = await givenPerson(t, organisation, {
    kind: 'staff',
    name: 'Sam Pritchard',
    posts: ['online_safety_lead'],
  })
  const system = systemActor(organisation.organisationId, 'tests')
  await t.as(system, (tx) => planDuties(tx, system))
  return lead
}

describe.each(WITH_AND_WITHOUT_SCRIPTS)('a measure, $how', ({ scripts }) => {
  test.each([
    { phone: true, where: 'on a phone' },
    { phone: false, where: 'at a desk' },
  ])('is checked from the list of duties, $where', async ({ phone }) => {
    const lead = await givenLead()
    const { context, page, look } = await visitors.open({ scripts, phone })
    await site.letIn(context, lead)
    await page.goto(`${site.url}/duties`)
    await look()
    await page.getByRole('link', { name: 'Check: The web filter and what it blocks' }).first().click()
    await page.getByRole('button', { name: 'Say how it stands' }).click()
    await look()
    await page.getByRole('button', { name: 'Say so' }).click()
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(3)
    await look()
    await page.getByLabel('No', { exact: true }).check()
    await page.getByLabel('I saw its settings, or a picture of them').check()
    await page.getByLabel('Blocked, as it is set now').fill('social networking only')
    await page.getByLabel('What you saw').fill('A site for games opened.')
    await page.getByRole('button', { name: 'Say so' }).click()
    await page.getByText('It does not hold').first().waitFor()
    await look()
    expect(await page.getByText('A site for games opened.').count()).toBeGreaterThan(0)
    await page.goto(`${site.url}/measures`)
    await look()
    expect(await page.getByText('Broken').first().isVisible()).toBe(true)
    await page.goto(`${site.url}/measures/print`)
    await look()
    await page.goto(`${site.url}/duties`)
    expect(await page.getByRole('link', { name: 'Check: The web filter and what it blocks' }).count()).toBe(0)
    await site.quiet()
    expect(site.broken).toEqual([])
  })
})
