import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import type { Visitor } from './support/browser.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

const CLOSE = 'Enter the actions and the reasons, and close'
const CHILD = 'Was this child hurt, or did they do it?'
const OTHER_CHART = [
  'Was illegal material or activity found or suspected?',
  'Enter it in the incident log',
  'Keep any evidence',
  'Is it an online attack on staff or on the school?',
  'Was a member of staff involved?',
  'Was a child part of it?',
]
const VICTIM = [CHILD, 'Who supports this child?', 'Tell the parents or carers', 'Take the device away']
const INSTIGATOR = [
  CHILD,
  'Were other pupils part of it?',
  'Sanctions, support or both?',
  'Is it serious, or has it happened before?',
  'Tell the parents or carers',
  "Look again at the school's rules and how they worked",
]

/** A safeguarding lead who holds every post that the charts ask for, and two pupils. */
async function givenLead() {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation)
  const posts = ['online_safety_lead', 'dsl', 'network_manager']
  const lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts })
  await givenPerson(t, organisation, { kind: 'pupil', name: 'Kofi Mensah', yearGroup: 9 })
  await givenPerson(t, organisation, {
    kind: 'pupil',
    name: 'Mei-Ling-Anastasia Vandenberghe-Papadopoulos',
    yearGroup: 9,
  })
  return lead
}

/**
 * What is answered at a step, by its heading: the first time, the second time. Where the policy leaves a step open, it is the
 * reason why it was not needed. A step that is not named is done, with every field filled in.
 */
type Answers = Readonly<Record<string, readonly string[]>>

/** Opens a case about two pupils. */
async function openCase({ page, look }: Visitor): Promise<void> {
  await page.goto(`${site.url}/incidents/new`)
  await look()
  await page.getByLabel('In a few words').fill('A message that hurt')
  await page.getByRole('button', { name: 'Open the case' }).click()
  // Sent with most of it missing, everything is named, and what was typed is still there.
  expect(await page.getByRole('alert').getByRole('link').count()).toBeGreaterThan(2)
  await look()
  expect(await page.getByLabel('In a few words').inputValue()).toBe('A message that hurt')
  await page.getByLabel('At about what time?').fill('10:15')
  await page.getByLabel('Which room?').fill('Room 4')
  await page.getByLabel('Which device?').fill('Tablet 12')
  await chooseKind(page)
  await page.getByLabel('What happened?').fill('Words in a group chat.')
  await page.getByLabel('Name 1').fill('Kofi Mensah')
  await page.getByLabel('Part 1').selectOption({ label: 'Pupil in the case' })
  await page.getByLabel('Name 2').fill('Mei-Ling')
  await page.getByLabel('Part 2').selectOption({ label: 'Pupil in the case' })
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.getByText('is open').first().waitFor()
  await look()
}

async function chooseKind(page: Page): Promise<void> {
  const kind = page.getByLabel('What kind of incident is it?')
  await kind.selectOption({ index: 1 })
}

/** Walks a case until nothing is left to do, one question a page, and says which steps it came by. */
async function walk({ page, look }: Visitor, answers: Answers): Promise<string[]> {
  const steps: string[] = []
  const address = page.url()
  while (steps.length < 40) {
    if (!page.url().includes('/steps/')) {
      await page.goto(address)
      const next = page.getByRole('button', { name: 'Go to this step', exact: true })
      if ((await next.count()) === 0) return steps
      await next.click()
    }
    await look()
    steps.push(await takeStep(page, (heading) => answers[heading]?.[steps.filter((one) => one === heading).length]))
  }
  return steps
}

async function takeStep(page: Page, answerTo: (heading: string) => string | undefined): Promise<string> {
  const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const answer = answerTo(heading)
  const radios = page.getByRole('group', { name: 'Your answer' })
  if ((await radios.count()) > 0) {
    if (answer === undefined) throw new Error(`nobody says what to answer to “${heading}”`)
    await radios.getByLabel(answer, { exact: true }).check()
  }
  const needed = page.getByRole('group', { name: /The policy leaves this to you/ })
  if ((await needed.count()) > 0) {
    const [choice] = await needed.getByRole('radio', { name: answer === undefined ? /^Yes, / : /^No, / }).all()
    await choice?.check()
    if (answer !== undefined) await page.getByLabel(/^Why (is it not needed|were they not told)/).fill(answer)
  }
  if (answer === undefined || (await radios.count()) > 0) await fillIn(page)
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Answer and go on|This is done)$/ })
    .click()
  await page.getByText('Recorded').first().waitFor()
  return heading
}

/** Fills every visible box that is still empty. */
async function fillIn(page: Page): Promise<void> {
  for (const box of await page.getByRole('main').getByRole('textbox').all()) {
    if (!(await box.isVisible()) || (await box.inputValue()) !== '') continue
    const [name, id] = [(await box.getAttribute('name')) ?? '', await box.getAttribute('id')]
    if (name === 'not_needed') continue
    const value = name.endsWith('-day') ? '23' : name.endsWith('-month') ? '11' : name.endsWith('-year') ? '2026' : null
    await box.fill(value ?? (name.endsWith('-time') ? '10:30' : `Written down (${id})`))
  }
}

describe.each(WITH_AND_WITHOUT_SCRIPTS)('$how', ({ scripts }) => {
  const openAsLead = async () => {
    const visitor = await visitors.open({ scripts })
    await site.letIn(visitor.context, await givenLead())
    await openCase(visitor)
    return visitor
  }

  test('the lead walks the illegal chart to its end', async () => {
    const visitor = await openAsLead()
    const steps = await walk(visitor, {
      'Was illegal material or activity found or suspected?': ['Yes, it is suspected'],
      'You have told the police. Did they give other advice?': ['No other advice'],
      'Is it to do with the school network?': ['Yes'],
      'Who is involved?': ['A pupil'],
    })
    expect(steps).toEqual([
      'Was illegal material or activity found or suspected?',
      'You have told the police. Did they give other advice?',
      'Take away every laptop or other device involved',
      'Is it to do with the school network?',
      'Disable the user account',
      'Keep all the evidence, without viewing it and without copying it',
      'Who is involved?',
      'Tell the Child Protection School Liaison Officer',
      'Enter it in the incident log, with what was done and why',
      CLOSE,
    ])
    await expectClosed(visitor)
    await visitor.page.getByRole('heading', { name: 'No files in this case' }).waitFor()
  })

  test('the lead walks the other chart to its end, for a victim and an instigator', async () => {
    const visitor = await openAsLead()
    const steps = await walk(visitor, {
      'Was illegal material or activity found or suspected?': ['No'],
      'Is it an online attack on staff or on the school?': ['No'],
      'Was a member of staff involved?': ['No'],
      'Was a child part of it?': ['Yes'],
      'Was this child hurt, or did they do it?': ['They were hurt (victim)', 'They did it (instigator)'],
      'Who supports this child?': ['The class teacher'],
      'Take the device away': ['Nothing of it is on a device.'],
      'Were other pupils part of it?': ['No'],
      'Sanctions, support or both?': ['Support'],
      'Is it serious, or has it happened before?': ['Yes'],
    })
    expect(steps.toSorted()).toEqual([...OTHER_CHART, ...VICTIM, ...INSTIGATOR, CLOSE].toSorted())
    expect(steps.at(-1)).toBe(CLOSE)
    await expectClosed(visitor)
    await visitor.page.getByText('Nothing of it is on a device.').first().waitFor()
  })
})

async function expectClosed({ page, look }: Visitor): Promise<void> {
  await look()
  await page.getByText('Closed', { exact: true }).first().waitFor()
  await site.quiet()
  expect(site.broken).toEqual([])
}
