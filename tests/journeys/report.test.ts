import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

const AWAY = 'https://www.bbc.co.uk/weather'

async function givenSchool() {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation)
  const posts = ['online_safety_lead', 'dsl']
  const lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts })
  return { slug: organisation.slug, lead }
}

test.each(WITH_AND_WITHOUT_SCRIPTS)(
  'a pupil tells without a name, leaves fast, and comes back to the answer, $how',
  async ({ scripts }) => {
    const { slug, lead } = await givenSchool()
    const { context, page, look } = await visitors.open({ scripts, phone: true })
    await context.route(AWAY, (route) => route.fulfill({ body: 'It will rain.', contentType: 'text/plain' }))
    await page.goto(`${site.url}/at/${slug}/tell`)
    await look()
    await page.getByRole('link', { name: 'I am in Year 3, 4, 5 or 6' }).click()
    await look()

    // Somebody comes into the room.
    await page.getByRole('textbox', { name: 'Say it in your own words' }).fill('Somebody wrote')
    await page
      .getByRole('link', { name: /Leave this page now/ })
      .or(page.getByRole('button', { name: /Leave this page now/ }))
      .click()
    await page.waitForURL(AWAY)
    await page.goto(`${site.url}/at/${slug}/tell/middle`)
    expect(await page.getByRole('textbox', { name: 'Say it in your own words' }).inputValue()).toBe('')

    // Sent without choosing what it is about: what was written stays.
    await page
      .getByRole('textbox', { name: 'Say it in your own words' })
      .fill('Somebody wrote that they would hurt me.')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('alert').waitFor()
    await look()
    expect(await page.getByRole('textbox', { name: 'Say it in your own words' }).inputValue()).toBe(
      'Somebody wrote that they would hurt me.',
    )
    await page.getByRole('group', { name: 'What is it about?' }).getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('group', { name: 'Is anyone in danger now?' }).waitFor()
    await look()
    await page
      .getByRole('group', { name: 'Is anyone in danger now?' })
      .getByRole('radio', { name: 'No', exact: true })
      .check()
    const accident = page.getByRole('group', { name: 'Did you see it by accident?' })
    await accident.getByRole('radio', { name: 'Yes', exact: true }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('group', { name: 'Who do you want to tell?' }).getByRole('radio').first().check()
    await look()
    await page
      .getByRole('group', { name: 'Do you want an answer?' })
      .getByRole('radio', { name: 'Yes', exact: true })
      .check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'We have got it' }).waitFor()
    await look()
    const receipt = /\d{4}( \d{4}){3}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? ''
    expect(receipt).not.toBe('')
    await site.quiet()

    const desk = await visitors.open({ scripts })
    await site.letIn(desk.context, lead)
    await desk.page.goto(`${site.url}/notices`)
    await desk.page.getByText('Somebody came across unsuitable content').first().waitFor()
    await desk.look()
    await desk.page.goto(`${site.url}/concerns`)
    await desk.look()
    await desk.page.getByRole('main').locator('tbody a[href*="/concerns/"]').first().click()
    await desk.page.getByText('Somebody wrote that they would hurt me.').first().waitFor()
    await desk.look()
    await desk.page.getByRole('button', { name: 'Take it' }).click()
    await desk.page.getByText('You have taken it.').first().waitFor()
    await desk.page.getByLabel('Write to the person who told us').fill('Thank you. Come to the library at break.')
    await desk.page.getByRole('button', { name: 'Send to the reporter' }).click()
    await desk.page.getByText('Come to the library at break.').first().waitFor()
    await desk.look()

    const later = await visitors.open({ scripts, phone: true })
    await later.page.goto(`${site.url}/at/${slug}/tell/back`)
    await later.page.getByRole('textbox', { name: 'Your code' }).fill('1234 5678')
    await later.page.getByRole('button', { name: 'Read it' }).click()
    await later.page.getByRole('alert').getByText('The code has 16 numbers.').waitFor()
    await later.look()
    await later.page.getByRole('textbox', { name: 'Your code' }).fill(receipt)
    await later.page.getByRole('button', { name: 'Read it' }).click()
    await later.page.getByText('Come to the library at break.').waitFor()
    await later.look()
    await later.page.getByLabel('Write more').fill('I will.')
    await later.page.getByRole('button', { name: 'Send', exact: true }).click()
    await later.page.getByText('Your message has been sent.').waitFor()
    await later.look()
    await site.quiet()
    expect(site.broken).toEqual([])
  },
)
