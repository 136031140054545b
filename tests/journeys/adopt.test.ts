import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { draftPaths } from '#areas/drafting/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { settleDraft } from '#tests/support/settled.ts'
import { twoChairs } from '#tests/support/two-chairs.ts'
import type { Visitor } from './support/browser.ts'
import { useVisitors, WITH_AND_WITHOUT_SCRIPTS } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()

let school: GivenOrganisation
let head: PersonActor
let governor: PersonActor
let parent: PersonActor
beforeAll(async () => {
  school = await givenOrganisation(t, 'Larkbeck School')
  const staff = (name: string, posts: string[]) => givenPerson(t, school, { kind: 'staff', name, posts })
  head = await staff('Margaret Oyelaran', ['head', 'administrator'])
  await staff('Ben Adeyemi', [])
  governor = await givenPerson(t, school, { kind: 'governor', name: 'Grace Governor' })
  parent = await givenPerson(t, school, { kind: 'parent', name: 'Pat Parent' })
})

/** What holds before: a policy that names the governing body as the one that approves the next. */
async function givenPolicyOfGovernors(): Promise<void> {
  const pack = twoChairs()
  const approved = pack.decisions.policy_approved
  if (approved === undefined) throw new Error('the policy says who approves it')
  const byBody = { ...approved, by: { body: 'party/governing_body' as const } }
  const system = systemActor(school.organisationId, 'tests')
  await t.as(system, (tx) =>
    publishPolicy(tx, system, {
      pack: { ...pack, decisions: { ...pack.decisions, policy_approved: byBody } },
      inForceOn: Temporal.PlainDate.from('2026-11-23'),
    }),
  )
}

const WORDS = 'The school looks at this policy together each autumn.'

/** A walk of one person through pages, in which everything that is opened is looked at. */
class Walk {
  readonly visitor: Visitor
  readonly page: Page
  readonly #looked = new Set<string>()
  constructor(visitor: Visitor) {
    this.visitor = visitor
    this.page = visitor.page
  }

  /** Looks at the page as it is, once for each page and once more where a form comes back with faults. */
  async look(): Promise<void> {
    const what = `${new URL(this.page.url()).pathname} ${await this.page.title()}`
    if (this.#looked.has(what)) return
    this.#looked.add(what)
    await this.visitor.look()
  }

  as = (person: PersonActor) => site.letIn(this.visitor.context, person)

  async open(path: string): Promise<void> {
    await this.page.goto(site.url + path)
    await this.look()
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name }).first().click()
    await this.look()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name }).first().click()
    await this.look()
  }

  says = (words: string | RegExp) => this.page.getByText(words).first().waitFor()
}

/** Begins from a policy of the program; the address of the draft comes back. */
async function begin(walk: Walk): Promise<string> {
  await walk.as(head)
  await walk.open(draftPaths.list.to())
  await walk.press('Begin a draft')
  await walk.page.getByLabel(/^Written for an independent school/).check()
  await walk.press('Go on')
  await walk.says('The draft is begun')
  return new URL(walk.page.url()).pathname.split('/')[3] ?? ''
}

/** Somebody is named for a post that nobody holds, and taken from it again for the next walk. */
async function namePost(walk: Walk, draft: string): Promise<void> {
  await walk.follow('Name who holds each post')
  const post = walk.page.getByRole('article', { name: 'Network Manager' })
  await post.getByText('Name somebody').click()
  await post.getByLabel(/^Name of the person/).fill('Ben')
  await post.getByRole('button', { name: 'Find' }).click()
  await post.getByLabel('Ben Adeyemi').check()
  await post.getByRole('button', { name: 'Name this person' }).click()
  await walk.says('Named, from today on.')
  await walk.look()
  await post.getByRole('button', { name: /^Relieve Ben Adeyemi/ }).click()
  await walk.says('Relieved, from today on.')
  await walk.open(draftPaths.show.to(draft))
}

/** Several points are confirmed at once on the page; the rest goes the same way through the commands. */
async function settle(walk: Walk, draft: string): Promise<void> {
  const { page } = walk
  await walk.follow('Say what the policy leaves open')
  const section = page.locator('section').filter({ hasText: 'Confirm all of' }).first()
  await section.getByText(/^Confirm all of/).click()
  const group = section.locator('form').filter({ hasText: 'You have read what stands above.' })
  const word = group.getByLabel(/^Who said/)
  if ((await word.count()) > 0) {
    await word.fill('Margaret Oyelaran')
    await group.getByLabel(/^Where/).fill('In her office')
  }
  await group.getByRole('button', { name: /^Confirm these \d+ as they stand/ }).click()
  await walk.says('Confirmed.')
  await walk.look()
  expect(await page.getByRole('main').textContent()).toMatch(/Intervals: [1-9]\d* of \d+/)
  await settleDraft(t, head, draft)
  await walk.open(draftPaths.settle.to(draft))
  await walk.says(/All \d+ are settled/)
}

/** A clause, a mark of a table and a question of a chart are changed; a bad edit is refused; the last one is undone. */
async function edit(walk: Walk, draft: string): Promise<void> {
  const { page } = walk
  const main = page.getByRole('main')
  await walk.open(draftPaths.edit.to(draft))
  await walk.follow('Sections and clauses')
  await main.locator('.kept-parts a').first().click()
  await walk.look()
  await main.locator('.kept-parts__says a').first().click()
  await page.getByLabel('Words', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').getByRole('link').first().waitFor()
  await walk.look()
  await page.getByLabel('Words', { exact: true }).fill(WORDS)
  await walk.press(/^Save$/)
  await walk.says('Saved')

  await walk.open(draftPaths.part.to(draft, 'tables/may_i'))
  await walk.follow('Fill it in as a grid')
  const mark = page.getByLabel('Gamble or play games online: In lessons')
  const before = await mark.inputValue()
  await mark.selectOption({ label: 'The policy does not say' })
  await walk.press('Save the grid')
  await walk.says('Saved.')
  expect(await mark.inputValue()).not.toBe(before)

  await walk.open(draftPaths.part.to(draft, 'flows/illegal'))
  await walk.follow('Is the person suspended at once?')
  await main.getByRole('textbox').first().fill('Is this person suspended today?')
  await walk.press(/^Save$/)
  await walk.says('Saved')
  await walk.open(draftPaths.edit.to(draft))
  await walk.press('Undo')
  await walk.open(draftPaths.part.to(draft, 'flows/illegal'))
  await walk.says('Is the person suspended at once?')
}

async function consult(walk: Walk, draft: string): Promise<void> {
  const { page } = walk
  await walk.open(draftPaths.consultation.to(draft))
  await page.getByLabel('Parents and carers').check()
  for (const [label, value] of [
    ['Day', '30'],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await walk.press('Open the consultation')
  await walk.as(parent)
  await walk.open(`/policy/consultations/${draft}`)
  await walk.follow(/^Say something about the whole policy/)
  await page.getByLabel('What do you think of the whole policy?').fill('Please say it in fewer words.')
  await walk.press('Send')
  await walk.as(head)
  await walk.open(draftPaths.consultation.to(draft))
  await walk.says('Please say it in fewer words.')
  await walk.press(/^Close/)
}

/** Offered by the head; the word is the governing body's, with the minute. */
async function approve(walk: Walk, draft: string): Promise<void> {
  const { page } = walk
  await walk.open(draftPaths.approval.to(draft))
  await walk.press(/^Offer revision/)
  await walk.as(governor)
  await walk.open(draftPaths.approval.to(draft))
  await page.getByLabel(/^Yes: revision/).check()
  await page.getByLabel(/^Which minute/).fill('2026/14')
  await walk.press('Write it down')
  await walk.as(head)
}

async function publish(walk: Walk, draft: string): Promise<void> {
  const { page } = walk
  await walk.open(draftPaths.publish.to(draft))
  await page.getByLabel('A change of substance').check()
  await page.getByLabel(/^What changes, in a sentence/).fill('The policy of an independent school')
  await walk.press('Publish from this day')
  await walk.says(/is in force from today/)
  await walk.says(/minute 2026\/14/)
  await walk.open('/policy')
  await walk.says(WORDS)
}

describe.each(WITH_AND_WITHOUT_SCRIPTS)('$how', ({ scripts }) => {
  test('a school adopts a policy, from the first page to the day it is in force', async () => {
    await givenPolicyOfGovernors()
    const walk = new Walk(await visitors.open({ scripts, phone: !scripts }))
    const draft = await begin(walk)
    await namePost(walk, draft)
    await settle(walk, draft)
    await edit(walk, draft)
    await consult(walk, draft)
    await approve(walk, draft)
    await publish(walk, draft)
    for (const path of ['/actions', '/exceptions', '/policy/life', '/policy/versions']) await walk.open(path)
    expect(site.broken).toEqual([])
  })
})
