import type axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { axeSource } from '#tests/support/axe.ts'
import { executablePath } from '#tests/support/chromium.ts'
import { kindsOf } from './kinds.ts'

// A page that asks another host for something has no place here. (Catching its requests would cost every page its cache.)
const NOWHERE_ELSE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'
const QUIET = [
  NOWHERE_ELSE,
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Every journey is made twice. */
export const WITH_AND_WITHOUT_SCRIPTS = [
  { scripts: true, how: 'with scripts' },
  { scripts: false, how: 'without scripts' },
] as const

const TIMEOUT = 20_000
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

/** Browsers for a journey: each visitor has a fresh one of their own, with nothing in it. */
export interface Visitors {
  /** Opens a browser for somebody. */
  open(options: { scripts: boolean; phone?: boolean }): Promise<Visitor>
}

/** Somebody with a browser. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** The page as it is now: no fault of access, and nothing wider than a phone. */
  look(): Promise<void>
}

/** Declares one browser for the test file; what is opened in it is closed after each test. */
export function useVisitors(): Visitors {
  // A journey is many pages, each looked at by axe; nothing in it waits for time to pass.
  vi.setConfig({ testTimeout: 240_000 })
  let browser: Browser | undefined
  let auditor: Auditor | undefined
  const contexts: BrowserContext[] = []
  const looked = new Map<string, Set<string>>()
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: QUIET })
    auditor = await openAuditor(browser)
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(() => browser?.close())
  return {
    open: async ({ scripts, phone = false }) => {
      if (browser === undefined || auditor === undefined) throw new Error('the browser opens before the first test')
      const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: phone ? PHONE : DESK })
      contexts.push(context)
      context.setDefaultTimeout(TIMEOUT)
      const page = await context.newPage()
      const size = phone ? PHONE : DESK
      const audit = scripts ? () => violationsOn(page) : auditor.of(page, size)
      const seen = looked.get(`${scripts} ${phone}`) ?? new Set()
      looked.set(`${scripts} ${phone}`, seen)
      return { context, page, look: () => expectNoFault(page, { audit, size, seen }) }
    },
  }
}

interface Looking {
  readonly audit: () => Promise<Violation[]>
  readonly size: typeof PHONE
  /** The kinds of elements that were looked at already, by address. */
  readonly seen: Set<string>
}

interface Violation {
  readonly id: string
  readonly where: readonly string[]
}

async function expectNoFault(page: Page, { audit, size, seen }: Looking): Promise<void> {
  const where = `${await page.title()} (${new URL(page.url()).pathname})`
  // The same page with one line more has nothing new for axe to find, and a walk comes to the same page many times.
  const kinds = kindsOf(page.url(), await page.content())
  if (kinds.some((kind) => !seen.has(kind))) {
    expect.soft(await audit(), where).toEqual([])
    for (const kind of kinds) seen.add(kind)
  }
  await page.setViewportSize(PHONE)
  expect.soft(await page.evaluate(WIDTH), `${where} is no wider than a phone`).toBe(PHONE.width)
  await page.setViewportSize(size)
}

const WIDTH = 'document.documentElement.scrollWidth'

async function violationsOn(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource)
  const results: axe.AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  return results.violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }))
}

interface Auditor {
  of(page: Page, size: typeof PHONE): () => Promise<Violation[]>
}

/** Axe needs scripts: what somebody without scripts sees is looked at in a second page, in which only axe runs. */
async function openAuditor(browser: Browser): Promise<Auditor> {
  const context = await browser.newContext()
  context.setDefaultTimeout(TIMEOUT)
  const copy = await context.newPage()
  const shown = { html: '' }
  await copy.route('**/*', (route) => {
    const kind = route.request().resourceType()
    if (kind === 'document') return route.fulfill({ body: shown.html, contentType: 'text/html; charset=utf-8' })
    return kind === 'stylesheet' ? route.continue() : route.abort()
  })
  return {
    of: (page, size) => async () => {
      shown.html = await page.content()
      await copy.setViewportSize(size)
      await copy.goto(page.url())
      return violationsOn(copy)
    },
  }
}
