import type { PersonActor } from '#core/actor.ts'
import type { EvidenceKind } from '#pack/types/evidence.ts'
import { EVIDENCE_KINDS } from '#pack/types/evidence.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { Answer, Browser } from '#tests/support/browser.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { Answers } from '../support/fill.ts'
import { putInEvidence } from '../support/put-in-evidence.ts'
import type { CaseDesk } from './case-desk.ts'
import { askedBy, fillForm } from './filled-form.ts'

/** Somebody whose browser knows forms and links and nothing else; the whole program answers it. */
export async function paperDesk(t: TestDatabase, app: TestApp, person: PersonActor): Promise<CaseDesk> {
  const browser = await app.signedIn(person)
  // After a step the program leads to the next one when it is theirs, or else to the record.
  let led = ''
  const findStep = async (record: string, step: string): Promise<string> => {
    if (led.startsWith(`${record}/steps/`) && stepIn(led) === step) return led
    const steps = await stepsOf(browser, record)
    const address = steps.find((one) => stepIn(one) === step)
    if (address === undefined) throw new Error(`no step ${step} in ${steps.map(stepIn).join(', ') || 'none'}`)
    return address
  }
  return {
    opensCase: async (answers, perhaps) => {
      const asked = askedBy((await page(browser, '/incidents/new')).body)
      const some = Object.entries(perhaps).filter(([name]) => asked.includes(name))
      return sends(browser, '/incidents/new', { ...answers, ...Object.fromEntries(some) })
    },
    status: async (record) => (await browser.get(record)).status,
    mayTake: async (record) => (await stepsOf(browser, record)).map(stepIn),
    takes: async (record, step, answers = {}) => {
      const address = await findStep(record, step)
      // A step that asks for evidence is done with what is there by then.
      const kind = evidenceAskedOn((await page(browser, address)).body)
      if (kind !== null && answers.needed !== 'no') await putInEvidence(t, person, record, kind)
      led = await sends(browser, address, answers)
    },
    moves: async (record, chart) => {
      await sends(browser, `${record}/move/${chart.split('/')[1]}`, { reason: 'What we know has changed' })
    },
    names: async (record, [name, part]) => {
      await sends(browser, `${record}/people`, { 'person-1': name, 'part-1': part })
    },
  }
}

/** The kind of evidence that the page of a step asks for, if it asks for any. */
export function evidenceAskedOn(html: string): EvidenceKind | null {
  const [, asked] = /\/evidence\/of\/[^/]+\/add\/([a-z]+)\?step=/.exec(html) ?? []
  return EVIDENCE_KINDS.find((kind) => kind === asked) ?? null
}

async function page(browser: Browser, path: string): Promise<Answer> {
  const answer = await browser.get(path)
  if (answer.status !== 200) throw new Error(`${path} is answered with ${answer.status}`)
  return answer
}

/** Fills in the form of a page and sends it; where it leads. */
async function sends(browser: Browser, path: string, answers: Answers): Promise<string> {
  const first = await sendForm(browser, path, (await page(browser, path)).body, answers)
  // What is asked only after the first try, such as a reason for a departure, is filled in then.
  const answer = first.status === 409 ? await sendForm(browser, path, first.body, answers) : first
  if (answer.status !== 303 || answer.location === undefined) {
    const faults = [...answer.body.matchAll(/govuk-error-message"[^>]*>(.*?)<\/p>/gs)].map(([, words]) => words)
    throw new Error(`${path} is answered with ${answer.status}: ${faults.join(' ') || answer.text.slice(0, 400)}`)
  }
  return answer.location.split('?')[0] ?? ''
}

function sendForm(browser: Browser, path: string, html: string, answers: Answers): Promise<Answer> {
  const { action = path, fields } = fillForm(html, answers)
  return browser.post(action, fields)
}

// What is drawn or corrected has links too.
async function stepsOf(browser: Browser, record: string): Promise<string[]> {
  const { body } = await page(browser, record)
  const shown = body.replaceAll(/<svg\b.*?<\/svg>/gs, '').replace(/<[a-z]+[^>]* id="path".*$/s, '')
  const links = [...shown.matchAll(/href="([^"]*\/steps\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return [...new Set(links)]
}

// `<frame>:<step>:<time>`, as the address of a step has it.
const stepIn = (href: string): string =>
  decodeURIComponent(href.split('/steps/')[1] ?? '')
    .split(':')
    .at(-2) ?? ''
