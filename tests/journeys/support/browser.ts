import type axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { axeSource } from '#tests/support/axe.ts'
import { executablePath } from '#tests/support/chromium.ts'

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
      const audit = scripts ? () => faultsOf(page, phone ? PHONE : DESK) : auditor.of(page, phone ? PHONE : DESK)
      return { context, page, look: () => expectNoFault(page, audit) }
    },
  }
}

async function expectNoFault(page: Page, audit: () => Promise<Faults>): Promise<void> {
  const { width, violations } = await audit()
  const where = `${await page.title()} (${new URL(page.url()).pathname})`
  expect.soft(violations, where).toEqual([])
  expect.soft(width, `${where} is no wider than a phone`).toBe(PHONE.width)
}

interface Faults {
  readonly violations: readonly { readonly id: string; readonly where: readonly string[] }[]
  /** How wide the page is on a phone. */
  readonly width: unknown
}

async function faultsOf(page: Page, size: typeof PHONE): Promise<Faults> {
  await page.evaluate(axeSource)
  const results: axe.AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  await page.setViewportSize(PHONE)
  const width = await page.evaluate('document.documentElement.scrollWidth')
  await page.setViewportSize(size)
  const violations = results.violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }))
  return { violations, width }
}

interface Auditor {
  of(page: Page, size: typeof PHONE): () => Promise<Faults>
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
      return faultsOf(copy, size)
    },
  }
}
