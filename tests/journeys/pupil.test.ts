import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenClass, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

async function givenSchool() {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Priya Raman', 'online_safety_lead')
  const dsl = await staff('Nia Okafor', 'dsl')
  const office = await staff('Ben Adeyemi', 'school_office')
  const teacher = await staff('Sam Pritchard')
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 2 })
  const classId = await givenClass(t, organisation, teacher, [pupil])
  return { slug: organisation.slug, lead, dsl, office, teacher, pupil, classId }
}

// What a device says when it can speak by itself; headless browsers have no voice.
const SPEAKS = `
  window.heard = []
  const voice = { localService: true, lang: 'en-GB', name: 'Here' }
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [voice], addEventListener() {}, cancel() { window.heard.push('(stopped)') },
    speak: (line) => window.heard.push(line.text),
  } })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
`

test.each(WITH_AND_WITHOUT_SCRIPTS)(
  'a child of Year 2 signs in with a card, has the page read out and tells their class teacher, $how',
  async ({ scripts }) => {
    const { office, teacher, pupil, classId } = await givenSchool()
    const desk = await visitors.open({ scripts })
    await site.letIn(desk.context, office)
    await desk.page.goto(`${site.url}/classes/cards/${classId}`)
    await desk.page.getByLabel('Leila Haddad').check()
    await desk.look()
    await desk.page.getByRole('main').getByRole('button').first().click()
    const sheet = (await desk.page.getByRole('main').textContent()) ?? ''
    await desk.look()
    const classCode = /Class\s*([0-9A-Z]{6})/.exec(sheet)?.[1] ?? ''
    const cardCode = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(sheet)?.[1] ?? ''

    const child = await visitors.open({ scripts, phone: true })
    const { page, look } = child
    await child.context.addInitScript(SPEAKS)
    await page.goto(`${site.url}/sign-in/card?next=/tell`)
    await look()
    await page.locator('[name=classCode]').fill(classCode)
    await page.locator('[name=cardCode]').fill('AAAAA-AAAAA')
    await page.getByRole('main').getByRole('button').click()
    await page.getByRole('alert').waitFor()
    await page.locator('[name=cardCode]').fill(cardCode)
    await page.getByRole('main').getByRole('button').click()
    await page.getByRole('link', { name: /Tell with my name/ }).click()
    await page.getByRole('heading', { name: 'What happened?' }).waitFor()
    await look()

    const listen = page.getByRole('button', { name: 'Read it to me' })
    expect(await listen.isVisible()).toBe(scripts)
    if (scripts) {
      await listen.click()
      expect(await page.evaluate('window.heard')).toEqual(
        expect.arrayContaining(['What happened?', 'I saw something nasty or scary', 'Something else']),
      )
      await page.getByRole('button', { name: 'Stop reading' }).click()
      expect(await page.evaluate('window.heard.at(-1)')).toBe('(stopped)')
    }
    await page.getByRole('radio', { name: 'I saw something nasty or scary' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    const yes = { name: 'Yes', exact: true }
    if (scripts) {
      // Each question can be read by itself.
      await page.evaluate('window.heard = []')
      await page.getByRole('button', { name: 'Read this question to me: Is somebody hurt' }).click()
      const heard = await page.evaluate('window.heard')
      expect(heard).toEqual(expect.arrayContaining(['Is somebody hurt, or scared right now?', 'Yes', 'No']))
      expect(heard).not.toContain('Did you see it by accident?')
    }
    await page.getByRole('group', { name: 'Did you see it by accident?' }).getByRole('radio', yes).check()
    await page
      .getByRole('group', { name: 'Is somebody hurt, or scared right now?' })
      .getByRole('radio', { name: 'No', exact: true })
      .check()
    await look()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('radio', { name: 'My class teacher' }).check()
    await page.getByRole('group', { name: 'Do you want an answer from us?' }).getByRole('radio', yes).check()
    await look()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you for telling' }).waitFor()
    await look()
    await site.quiet()

    const desk2 = await visitors.open({ scripts })
    await site.letIn(desk2.context, teacher)
    await desk2.page.goto(`${site.url}/notices`)
    await desk2.page
      .getByRole('link', { name: /came across something nasty/ })
      .first()
      .click()
    await desk2.page.getByText('Leila Haddad').first().waitFor()
    await desk2.look()
    expect(await t.peek('select person_id from app.concern_reporter')).toContainEqual({ person_id: pupil.personId })
    expect(site.broken).toEqual([])
  },
)

test.each(WITH_AND_WITHOUT_SCRIPTS)(
  'a teacher tells what a child told them, and the lead reads it, $how',
  async ({ scripts }) => {
    const { teacher, lead } = await givenSchool()
    const { context, page, look } = await visitors.open({ scripts, phone: true })
    await site.letIn(context, teacher)
    await page.goto(`${site.url}/tell`)
    await look()
    await page.getByRole('link', { name: /Tell with my name/ }).click()
    await look()
    await page.getByRole('radio', { name: 'I saw something nasty or frightening' }).check()
    await page.getByLabel('What happened?').fill('Leila in Year 2 told me that a frightening video came up.')
    const no = { name: 'No', exact: true }
    await page.getByRole('group', { name: 'Is anyone in danger now?' }).getByRole('radio', no).check()
    await page.getByRole('group', { name: 'Do you want an answer?' }).getByRole('radio', { name: /^No/ }).check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'One more page, then send' }).waitFor()
    await look()
    const accident = page.getByRole('group', { name: 'Did you come across it by accident?' })
    await accident.getByRole('radio', { name: 'Yes', exact: true }).check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'We have got it' }).waitFor()
    await site.quiet()

    const desk = await visitors.open({ scripts })
    await site.letIn(desk.context, lead)
    const [told] = await t.peek<{ id: string }>('select id from app.concern where organisation_id = $1', [
      lead.organisationId,
    ])
    await desk.page.goto(`${site.url}/concerns/${told?.id ?? ''}`)
    await desk.page.getByText('Leila in Year 2 told me that a frightening video came up.').first().waitFor()
    await desk.page.getByText('Yes, they say').waitFor()
    await desk.look()
    expect(site.broken).toEqual([])
  },
)
