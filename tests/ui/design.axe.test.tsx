/** The page of parts in a real browser: axe finds no fault, at the width of a desk and of a phone, scripts on and off. */
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeSource } from '#tests/support/axe.ts'
import { DesignPage } from '#ui/design/design-page.tsx'
import { renderPage } from '#ui/page/chrome.ts'
import { addressOf, assets, buildAssets, launch, serve } from './support/browser.ts'
import { sampleChrome } from './support/sample-chrome.ts'

let browser: Browser
let files: Map<string, string>

beforeAll(async () => {
  const chrome = { ...sampleChrome, sample: true, flash: 'The case is closed.', assets }
  files = await buildAssets()
  files.set('/on', renderPage(<DesignPage />, chrome))
  files.set('/off', renderPage(<DesignPage />, { ...chrome, assets: { ...assets, js: '' } }))
  browser = await launch()
})

afterAll(() => browser?.close())

describe('the page of parts', () => {
  test.each([
    { width: 1280, scripts: 'on' },
    { width: 1280, scripts: 'off' },
    { width: 390, scripts: 'on' },
  ] as const)('has no fault of access at $width px, scripts $scripts', async ({ width, scripts }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const refused = await serve(context, files)
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(addressOf(`/${scripts}`))
    await page.evaluate(axeSource)
    const results: AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })')

    expect(results.violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }))).toEqual([])
    expect(results.passes.length).toBeGreaterThan(20)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('.govuk-tabs__panel--hidden:visible').count()).toBe(scripts === 'on' ? 0 : 1)
    expect({ faults, refused }).toEqual({ faults: [], refused: [] })
    await context.close()
  })
})
