import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { percentile } from './figure.ts'
import type { Load } from './load.ts'

const PLACES = [process.env.KEPT_CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const SWITCHES = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const TIMES = 15

/** A browser that opens pages and says how long each took, in ms. */
export interface TimedBrowser {
  /** From asking for the page to the end of loading it, styles and scripts included; nothing of it was kept from before. */
  opens(url: string, cookie: string): Promise<Pick<Load, 'p50' | 'p99'>>
  close(): Promise<void>
}

/** A Chromium of this machine; null where there is none. */
export async function timedBrowser(): Promise<TimedBrowser | null> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined) return null
  const browser = await chromium.launch({ executablePath, args: SWITCHES })
  const once = async (url: string, cookie: string): Promise<number> => {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie } })
    try {
      const page = await context.newPage()
      const answer = await page.goto(url, { waitUntil: 'load' })
      if (answer?.status() !== 200) throw new Error(`answered ${answer?.status()}`)
      return await page.evaluate(() => {
        const [timing] = performance.getEntriesByType('navigation')
        return timing instanceof PerformanceNavigationTiming ? timing.loadEventStart : Number.NaN
      })
    } finally {
      await context.close()
    }
  }
  return {
    async opens(url, cookie) {
      // The first one starts what the browser starts once.
      await once(url, cookie)
      const times: number[] = []
      for (let time = 0; time < TIMES; time += 1) times.push(await once(url, cookie))
      return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
    },
    close: () => browser.close(),
  }
}
