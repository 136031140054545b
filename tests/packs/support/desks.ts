import type { Browser, BrowserContext } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { executablePath } from '#tests/support/chromium.ts'
import type { Site } from '../../journeys/support/site.ts'
import { Desk } from './desk.ts'

// A page that asks another host for something has no place here. (Catching its requests would cost every page its cache.)
const NOWHERE_ELSE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'
const QUIET = [
  NOWHERE_ELSE,
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-extensions',
  '--disable-sync',
  // A dozen people in one file: without these each would have a process and fonts of their own.
  '--disable-remote-fonts',
  '--renderer-process-limit=1',
]
// Nobody looks at the pages: what is drawn of them is kept small.
const SMALL = { width: 800, height: 150 }
const TIMEOUT = 20_000

/** The browsers of a school's people. */
export interface Desks {
  /** The browser in which somebody is signed in: the same one for the whole file. */
  as(person: PersonActor): Promise<Desk>
  /** A browser in which they have only just signed in; closed after the test. */
  anew(person: PersonActor, scripts?: boolean): Promise<Desk>
}

/** Declares one browser for the test file, in which each person has a context of their own until its end. */
export function useDesks(site: Site): Desks {
  vi.setConfig({ testTimeout: 120_000 })
  const desks = new Map<string, Promise<Desk>>()
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: QUIET })
  })
  afterAll(() => browser?.close())
  const fresh: BrowserContext[] = []
  afterEach(async () => {
    for (const context of fresh.splice(0)) await context.close()
  })
  const open = async (person: PersonActor, javaScriptEnabled = true) => {
    if (browser === undefined) throw new Error('the browser opens before the first test')
    const context = await browser.newContext({ viewport: SMALL, reducedMotion: 'reduce', javaScriptEnabled })
    context.setDefaultTimeout(TIMEOUT)
    await site.letIn(context, person)
    return { context, desk: new Desk(await context.newPage(), site) }
  }
  return {
    as: (person) => {
      const desk = desks.get(person.personId) ?? open(person).then((one) => one.desk)
      desks.set(person.personId, desk)
      return desk
    },
    anew: async (person, scripts) => {
      const { context, desk } = await open(person, scripts)
      fresh.push(context)
      return desk
    },
  }
}
