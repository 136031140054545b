import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { issueIn } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

// What the primary slip keeps.
const CLAUSES = ['L-033', 'L-034', 'L-056'] as const

/** A mother of two with names as long as names are, who has an address at the school. */
async function givenMother(children: readonly string[] = ['Kofi', 'Maximiliano-Alexandros']) {
  const organisation = await givenOrganisation(t, 'Larkbeck School for Children of Every Age')
  await givenPolicy(t, organisation)
  const mother = await givenPerson(t, organisation, {
    kind: 'parent',
    name: 'Wilhelmina-Oluwaseunfunmi Featherstonehaugh-Krishnamurthy',
  })
  for (const name of children) {
    const yearGroup = name === 'Kofi' ? 5 : 9
    const whole = `${name} Featherstonehaugh-Krishnamurthy`
    await givenFamily(t, mother, await givenPerson(t, organisation, { kind: 'pupil', name: whole, yearGroup }))
  }
  await issueIn(t, organisation)
  const email = `mother-${organisation.slug}@family.example`
  await site.identity.ensureUser({ ...mother, email })
  return { organisation, mother, email }
}

/** A yes to each use of photographs, where the page asks for them. */
async function sayYesToEach(page: Page): Promise<void> {
  // Not by their names: the tick of a chosen answer is part of its name.
  for (const use of await page.locator('.kept-yesno input[type=radio][value=yes]').all()) await use.check()
}

describe.each(WITH_AND_WITHOUT_SCRIPTS)('$how', ({ scripts }) => {
  test('a parent signs for both children on a phone, and gets the certificates', async () => {
    const { email } = await givenMother()
    const { context, page, look } = await visitors.open({ scripts, phone: true })
    await page.goto(site.url)
    await look()
    await page.getByRole('link', { name: 'I am a parent or carer' }).click()
    await look()
    await page.getByLabel('Your mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByRole('heading', { name: 'Look in your mail' }).waitFor()
    await look()
    await page.goto(site.letters.findLast((letter) => letter.to === email)?.url ?? '')
    await look()
    await page.getByRole('button').first().click()
    await look()
    // Sent empty, the form says what is missing, and nothing that was typed is lost.
    await page.getByLabel('Sign with your full name').fill('Wilhelmina F')
    await page.getByRole('button', { name: /^Sign for Kofi/ }).click()
    await page.getByRole('alert').getByText('Choose yes, or say that you want to talk first').waitFor()
    await look()
    expect(await page.getByLabel('Sign with your full name').inputValue()).toBe('Wilhelmina F')
    await page.getByLabel('Yes, we have talked about them').check()
    await page.getByRole('button', { name: /^Sign for Kofi/ }).click()
    await page.getByText('Signed for Kofi.').waitFor()
    await look()
    // What is left: the uses of photographs, an answer for each; the other child; and what a parent signs for themselves.
    for (const who of ['Kofi', 'Maximiliano-Alexandros', 'Maximiliano-Alexandros', null]) {
      await sayYesToEach(page)
      await page.getByLabel(/^Yes, /).check()
      await page.getByLabel('Sign with your full name').fill('Wilhelmina-Oluwaseunfunmi F.-Krishnamurthy')
      const before = page.url()
      await page.getByRole('button', { name: who === null ? /^Sign$/ : new RegExp(`^Sign for ${who}`) }).click()
      await page.waitForURL((url) => url.href !== before)
      await page
        .getByText(who === null ? 'You have signed' : `Signed for ${who}`)
        .first()
        .waitFor()
      await look()
    }
    const copies = page.getByRole('link', { name: /^Your copy \(PDF\)/ })
    expect(await copies.count()).toBe(5)
    for (const copy of await copies.all()) {
      const pdf = await context.request.get(`${site.url}${await copy.getAttribute('href')}`)
      expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    await look()
    await site.quiet()
    expect(site.broken).toEqual([])
  })

  test('the board changes when a signature arrives', async () => {
    const { organisation, mother } = await givenMother(['Kofi'])
    const lead = await givenPerson(t, organisation, {
      kind: 'staff',
      name: 'Priya Raman',
      posts: ['online_safety_lead'],
    })
    const board = await visitors.open({ scripts })
    await site.letIn(board.context, lead)
    const stands = async () => {
      await site.quiet()
      await board.page.goto(`${site.url}/policy/board`)
      await board.look()
      const squares = CLAUSES.map((clause) =>
        board.page.getByRole('link', { name: new RegExp(`^${clause}, `) }).first(),
      )
      return Promise.all(squares.map(async (square) => (await square.textContent())?.split(':')[0]))
    }
    expect(await stands()).toEqual(CLAUSES.map((clause) => `${clause}, Due`))
    const phone = await visitors.open({ scripts, phone: true })
    await site.letIn(phone.context, mother)
    await phone.page.goto(site.url)
    await phone.page.getByLabel(/^Yes, /).check()
    await phone.page.getByLabel('Sign with your full name').fill('Wilhelmina F.-Krishnamurthy')
    await phone.page.getByRole('button', { name: 'Sign for Kofi' }).click()
    await phone.page.getByText('Signed for Kofi').first().waitFor()
    expect(await stands()).toEqual(CLAUSES.map((clause) => `P${clause}, Kept, proved by a record`))
    await board.page
      .getByRole('link', { name: /^L-033, / })
      .first()
      .click()
    await board.page.getByText('L-033').first().waitFor()
    await board.look()
  })
})
