import type { Page } from 'playwright-core'
import type { Site } from '../../journeys/support/site.ts'
import type { Answers } from './fill.ts'
import { fillIn } from './fill.ts'

const STEP_BUTTON = /^(Answer and go on|This is done|Decide|Confirm it|Record the change)$/

// The steps that wait for them; what is drawn or corrected has links too.
const STEP_LINKS = `[...document.querySelectorAll('main a[href*="/steps/"]')]
  .filter((one) => one.closest('svg') === null && one.closest('#path') === null)
  .map((one) => one.getAttribute('href'))`

/** Somebody at their browser: what they read, and what they do. Everything is words on the page. */
export class Desk {
  readonly page: Page
  readonly #site: Site

  constructor(page: Page, site: Site) {
    this.page = page
    this.#site = site
  }

  /** Opens an address and says how it was answered. */
  async opens(path: string): Promise<number> {
    const answer = await this.page.goto(`${this.#site.url}${path}`, { waitUntil: 'domcontentloaded' })
    return answer?.status() ?? 0
  }

  /** The words of a page. */
  async reads(path: string): Promise<string> {
    const status = await this.opens(path)
    if (status !== 200) throw new Error(`${path} is answered with ${status}`)
    return this.words()
  }

  /** The words of the page as it is. */
  async words(): Promise<string> {
    return this.#visible('main')
  }

  /** What they were told, as their own page of notices says it. */
  async isTold(): Promise<string> {
    await this.#site.quiet()
    return this.reads('/notices?view=all')
  }

  /** How a clause is kept, in the sentences of its page. */
  keeps(clause: string): Promise<string> {
    return this.reads(`/policy/clauses/${clause}`)
  }

  /** Adds an entry to a register; the address of the entry. */
  async enters(kind: string, answers: Answers = {}): Promise<string> {
    await this.opens(`/registers/${kind}/new`)
    await fillIn(this.page, answers)
    await this.#press('Add to the register')
    return this.#arrived(/^\/entries\/[^/]+$/)
  }

  /** Tries to add an entry, and is told why not. */
  async cannotEnter(kind: string, answers: Answers = {}): Promise<string> {
    await this.opens(`/registers/${kind}/new`)
    await fillIn(this.page, answers)
    await this.#press('Add to the register')
    return this.#refusal()
  }

  /** Opens a case in the incident log; its address. What may be asked is filled in where the form asks for it. */
  async opensCase(answers: Answers, perhaps: Answers = {}): Promise<string> {
    await this.opens('/incidents/new')
    const asked = await this.#asked()
    const some = Object.entries(perhaps).filter(([name]) => asked.includes(name))
    await fillIn(this.page, { ...answers, ...Object.fromEntries(some) })
    await this.#press('Open the case')
    return this.#arrived(/^\/incidents\/[^/]+$/)
  }

  /** The steps of a record that are theirs, by the ids of the policy. */
  async mayTake(record: string): Promise<string[]> {
    return (await this.#steps(record)).map((href) => stepOf(href))
  }

  /** Takes a step of a record. */
  async takes(record: string, step: string, answers: Answers = {}): Promise<void> {
    if ((await this.tries(record, step, answers)) !== '') throw new Error(`${step} is not taken: ${await this.words()}`)
  }

  /** Sends the form of a step; what stands in the way, or nothing. */
  async tries(record: string, step: string, answers: Answers = {}): Promise<string> {
    await this.goesTo(record, step)
    await fillIn(this.page, answers)
    await this.#press(STEP_BUTTON)
    return this.#problem()
  }

  /** Takes steps one after another, each as it comes. */
  async takesAll(record: string, ...steps: readonly string[]): Promise<void> {
    for (const step of steps) await this.takes(record, step)
  }

  /** Moves a case to another chart. */
  async moves(record: string, chart: string): Promise<void> {
    await this.opens(`${record}/move/${chart.split('/')[1]}`)
    await fillIn(this.page, { reason: 'What we know has changed' })
    await this.presses(/^Move/)
    if ((await this.#problem()) !== '') throw new Error(`it is not moved: ${await this.words()}`)
  }

  /** Names one more person in a case, in a part. */
  async names(record: string, [name, part]: readonly [string, string]): Promise<void> {
    await this.opens(`${record}/people`)
    await fillIn(this.page, { 'person-1': name, 'part-1': part })
    await this.presses(/^Add/)
    if ((await this.#problem()) !== '') throw new Error(`nobody is named: ${await this.words()}`)
  }

  /** Signs what is asked of them on a page of an agreement. */
  async signs(path: string, answers: Answers = {}): Promise<string> {
    await this.opens(path)
    await fillIn(this.page, { agree: 'yes', ...answers })
    return this.presses(/^Sign/)
  }

  /** Tries to take a step, and is told why not. */
  async cannotTake(record: string, step: string, answers: Answers = {}): Promise<string> {
    await this.goesTo(record, step)
    await fillIn(this.page, answers)
    await this.#press(STEP_BUTTON)
    return this.#refusal()
  }

  /** Writes down what was decided about a draft of the policy. */
  async decides(draft: string, answers: Answers = {}): Promise<string> {
    await this.opens(draft)
    await fillIn(this.page, { answer: 'yes', minute: '2026/14', ...answers })
    return this.presses('Write it down')
  }

  /** Presses a button of the page and waits for the next page. */
  async presses(name: string | RegExp): Promise<string> {
    await this.#press(name)
    return this.words()
  }

  /** Fills in the form of the page. */
  fills(answers: Answers): Promise<void> {
    return fillIn(this.page, answers)
  }

  /** What an eye sees of a part of the page. */
  async #visible(part: string): Promise<string> {
    const words: string = await this.page.evaluate(`document.querySelector('${part}')?.innerText ?? ''`)
    return words.replaceAll(/\s+/g, ' ').trim()
  }

  /** What is ticked in a form before anybody touches it. */
  ticked(name: string): Promise<string[]> {
    return this.page.evaluate(`[...document.querySelectorAll('main [name="${name}"]:checked')].map((one) => one.value)`)
  }

  #asked = (): Promise<string[]> =>
    this.page.evaluate(`[...document.querySelectorAll('main form [name]')].map((one) => one.name)`)

  /** Opens a step of a record that is theirs. */
  async goesTo(record: string, step: string): Promise<void> {
    const { pathname } = new URL(this.page.url())
    // After a step the next one is shown at once when it is theirs, or else the record.
    if (pathname.startsWith(`${record}/steps/`) && stepOf(pathname) === step) return
    const shown = pathname === record ? await this.#shownSteps() : []
    const steps = shown.some((one) => stepOf(one) === step) ? shown : await this.#steps(record)
    const href = steps.find((one) => stepOf(one) === step)
    if (href === undefined)
      throw new Error(`no step ${step} in ${steps.map(stepOf).join(', ') || 'none'}: ${await this.words()}`)
    await this.opens(href)
  }

  async #steps(record: string): Promise<string[]> {
    await this.opens(record)
    return this.#shownSteps()
  }

  async #shownSteps(): Promise<string[]> {
    const links: string[] = await this.page.evaluate(STEP_LINKS)
    return [...new Set(links)]
  }

  async #press(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('main').getByRole('button', { name, exact: true })
    await Promise.all([this.page.waitForEvent('domcontentloaded'), button.first().click()])
  }

  async #arrived(address: RegExp): Promise<string> {
    const { pathname } = new URL(this.page.url())
    if (!address.test(pathname)) throw new Error(`${pathname} says: ${await this.words()}`)
    return pathname
  }

  #problem = (): Promise<string> => this.#visible('main .govuk-error-summary')

  async #refusal(): Promise<string> {
    const says = await this.#problem()
    if (says === '') throw new Error(`nothing is refused: ${await this.words()}`)
    return says
  }
}

// `<frame>:<step>:<time>`, as the address of a step has it.
const stepOf = (href: string): string =>
  decodeURIComponent(href.split('/steps/')[1] ?? '')
    .split(':')
    .at(-2) ?? ''
