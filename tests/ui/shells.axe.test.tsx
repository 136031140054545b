/** Every kind of page in a real browser: no fault of access, nothing wider than a phone, and what scripts add. */
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axeSource } from '#tests/support/axe.ts'
import { renderPage } from '#ui/page/chrome.ts'
import { addressOf, assets, buildAssets, launch, serve } from './support/browser.ts'
import { sampleChrome } from './support/sample-chrome.ts'
import { shells } from './support/shells.tsx'

let browser: Browser
let files: Map<string, string>
let context: BrowserContext
let page: Page

beforeAll(async () => {
  files = await buildAssets()
  for (const [path, node] of Object.entries(shells)) files.set(path, renderPage(node, { ...sampleChrome, assets }))
  browser = await launch()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  await serve(context, files)
  page = await context.newPage()
})
afterEach(() => context.close())

test.each(Object.keys(shells))('%s has no fault of access and fits a phone', async (path) => {
  await page.goto(addressOf(path))
  await page.evaluate(axeSource)
  const results: AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  expect(results.violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }))).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
})

describe('with scripts on', () => {
  test('a faulty form puts the focus on its summary, whose link leads into the first box of the date', async () => {
    await page.goto(addressOf('/staff'))
    expect(await page.locator('.govuk-error-summary').evaluate((box) => box === box.ownerDocument.activeElement)).toBe(
      true,
    )
    await page.getByRole('link', { name: 'Enter the day it was sealed' }).click()
    expect(await page.getByLabel('Day').evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true)
  })

  test('an answer opens its field, and a radio carries no attribute that is not its own', async () => {
    await page.goto(addressOf('/older'))
    expect(await page.getByLabel('E-mail address').isVisible()).toBe(false)
    await page.getByLabel('Yes, by e-mail').check()
    expect(await page.getByLabel('E-mail address').isVisible()).toBe(true)
    expect(await page.locator('[type=radio][aria-expanded]').count()).toBe(0)
  })

  test('letters are counted while one types', async () => {
    await page.goto(addressOf('/older'))
    await page.getByLabel('What happened?').fill('Twenty letters or so, and more')
    await page.getByText('You have 10 characters too many').first().waitFor()
  })

  test('three presses of Shift leave the page', async () => {
    await page.goto(addressOf('/older'))
    const left = page.waitForRequest('https://weather.example/')
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    expect((await left).url()).toBe('https://weather.example/')
  })

  test('Escape closes the words of a square until the next visit', async () => {
    await page.goto(addressOf('/case'))
    const square = page.locator('a.kept-sq')
    const height = () => square.locator('.kept-tip').evaluate((tip) => tip.getBoundingClientRect().height)
    await square.focus()
    expect(await height()).toBeGreaterThan(10)
    await page.keyboard.press('Escape')
    expect(await height()).toBeLessThan(2)
    await page.getByRole('link', { name: 'Report a concern' }).focus()
    await square.focus()
    expect(await height()).toBeGreaterThan(10)
  })

  test('a chart wider than a phone shows the step that is now', async () => {
    await page.goto(addressOf('/case'))
    const seen = await page
      .locator('.kept-flow .now')
      .first()
      .evaluate((step) => {
        const frame = step.closest('.kept-scroll')?.getBoundingClientRect()
        const here = step.getBoundingClientRect()
        return frame !== undefined && here.left >= frame.left && here.right <= frame.right
      })
    expect(seen).toBe(true)
  })
})
