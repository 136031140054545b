// Takes the pictures of the README from a sample of its own: npm run screenshots [-- <name> …]
// Making that sample takes minutes; `-- --address http://127.0.0.1:3000` uses one that runs already.
import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { launch } from '#tests/ui/support/browser.ts'
import { startSample } from './lib/sample.ts'

interface Shot {
  readonly name: string
  /** The words by which the sample's first page shows who signs in; null for somebody whom nobody knows. */
  readonly as: string | null
  readonly width: number
  readonly height: number
  /** Goes to the page of the picture. */
  go(page: Page, address: string): Promise<unknown>
}

const DESK = { width: 1280, height: 1140 }
const PHONE = { width: 390, height: 844 }
// What a README still loads fast.
const MOST_BYTES = 200_000

const shots: readonly Shot[] = [
  {
    name: 'board',
    as: 'Designated Safeguarding Lead',
    ...DESK,
    go: (page, address) => page.goto(`${address}/policy/board`),
  },
  {
    name: 'duties',
    as: 'Designated Safeguarding Lead',
    width: 1280,
    height: 960,
    go: (page, address) => page.goto(`${address}/duties`),
  },
  { name: 'case', as: 'Designated Safeguarding Lead', ...DESK, go: openCase },
  { name: 'sign-phone', as: null, ...PHONE, go: signAsParent },
  { name: 'tell-phone', as: null, ...PHONE, go: tell },
]

const { values, positionals: wanted } = parseArgs({ options: { address: { type: 'string' } }, allowPositionals: true })
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
mkdirSync(folder, { recursive: true })
const sample =
  values.address === undefined ? await startSample() : { address: values.address, stop: async () => undefined }
const browser = await launch()
try {
  for (const shot of shots) if (wanted.length === 0 || wanted.includes(shot.name)) await take(browser, shot)
} finally {
  await browser.close()
  await sample.stop()
}

async function take(from: Browser, shot: Shot): Promise<void> {
  const { width, height } = shot
  const context = await from.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (shot.as !== null) await signIn(page, shot.as)
  await shot.go(page, sample.address)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const path = `${folder}${shot.name}.png`
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', clip: { x: 0, y: 0, width, height } })
  await context.close()
  const { size } = statSync(path)
  process.stdout.write(`docs/screenshots/${shot.name}.png: ${Math.round(size / 1000)} kB\n`)
  if (size > MOST_BYTES) {
    process.stderr.write(`${shot.name} is larger than ${MOST_BYTES / 1000} kB: show less of the page.\n`)
    process.exitCode = 1
  }
}

async function signIn(page: Page, words: string): Promise<void> {
  await page.goto(`${sample.address}/sign-in`)
  await page.getByRole('button', { name: words }).first().click()
}

// A case that has come to its end: the whole way that was taken is drawn.
async function openCase(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/incidents?view=closed`)
  await page.locator('table a[href^="/incidents/"]').first().click()
}

// The first parent who has something to sign, among those whom the first page and its search show: it depends on the day.
async function signAsParent(page: Page, address: string): Promise<void> {
  for (const words of ['', 'an', 'el', 'or']) {
    const list = `${address}/sign-in?words=${words}`
    const parents = page.locator('section[aria-labelledby="group-parent"] button')
    await page.goto(list)
    const count = await parents.count()
    for (let index = 0; index < count; index += 1) {
      await page.goto(list)
      await parents.nth(index).click()
      await page.goto(`${address}/agreements/mine`)
      if ((await page.locator('main [name=agree]').count()) > 0) return
    }
  }
  throw new Error('no parent of the lists has anything to sign')
}

// As somebody at home would: from the public page to the words.
async function tell(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.locator('a[href*="/tell"]').first().click()
  await page.getByRole('link', { name: 'I am in Year 3, 4, 5 or 6' }).click()
}
