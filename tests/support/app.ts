import { createHmac } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import type { Files } from '#platform/files/files.ts'
import type { Identity } from '#platform/identity/identity.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import { type MailTransport, outboxOnly } from '#platform/mail/mail-transport.ts'
import { openCsrf } from '#platform/web/csrf.ts'
import type { DeclaredRoute, Web } from '#platform/web/server.ts'
import { buildApp } from '#src/app.tsx'
import { sessionsOf } from '#src/sessions.ts'
import type { Answer, Fields, RequestOptions } from './browser.ts'
import { answerOf, Browser } from './browser.ts'
import type { TestDatabase } from './database.ts'
import { testFiles } from './files.ts'

/** Where the application under test says that it is reached. */
export const BASE_URL = 'https://kept.example'

/** The real application over the file's database. It never listens: requests go in directly. */
export interface TestApp {
  readonly app: Web
  readonly routes: readonly DeclaredRoute[]
  readonly identity: Identity
  /** The letters with a link to sign in, newest last. */
  readonly letters: { to: string; url: string }[]
  /** The keys of the application, for making what only it can make. */
  readonly keys: { derive(purpose: string): Buffer }
  /** Where the application keeps files. */
  readonly files: Files
  /** A browser with nobody signed in: keeps cookies, finds forms in pages and sends them. */
  browser(): Browser
  /** A browser with a session of its own for a person. */
  signedIn(person: PersonActor): Promise<Browser>
  /** Opens a page: as a person (one session each is made and kept), or as nobody. */
  get(path: string, as?: PersonActor | null, options?: RequestOptions): Promise<Answer>
  /** Sends a form as our own page would, with the token of the person's session. */
  post(path: string, fields: Fields, as?: PersonActor | null, options?: RequestOptions): Promise<Answer>
}

/** Keys that are the same in each run. */
export const testKeys = {
  derive: (purpose: string): Buffer => createHmac('sha256', 'keys for tests').update(purpose).digest(),
}

/** Declares the test file's application; call it beside `useDatabase`. */
export function useApp(
  t: TestDatabase,
  options: { sample?: boolean; log?: string[]; files?: Files; mail?: MailTransport } = {},
): TestApp {
  const letters: { to: string; url: string }[] = []
  const files = options.files ?? testFiles(testKeys)
  const opened: { app?: Web; routes?: readonly DeclaredRoute[]; identity?: Identity; doors?: Identity } = {}
  beforeAll(async () => {
    const sample = options.sample ?? false
    const open = (asSample: boolean) =>
      openIdentity({
        webUrl: t.webUrl,
        secret: testKeys.derive('identity'),
        baseUrl: BASE_URL,
        secureCookies: true,
        sample: asSample,
        clock: t.clock,
        sendMagicLink: async (to, url) => void letters.push({ to, url }),
      })
    const identity = open(sample)
    opened.identity = identity
    // Opens sessions for people without a password; the application itself has no such door unless it is the sample's.
    opened.doors = open(true)
    const built = await buildApp({
      db: t.db,
      identity,
      keys: testKeys,
      clock: t.clock,
      mail: options.mail ?? outboxOnly,
      files,
      baseUrl: BASE_URL,
      root: projectRoot(),
      sample,
      jobsUrl: t.jobsUrl,
      secureCookies: true,
      logLevel: options.log === undefined ? 'silent' : 'trace',
      ...(options.log === undefined ? {} : { logTo: { write: (line: string) => void options.log?.push(line) } }),
      sessionOf: sessionsOf(identity, t.db),
      assets: { css: '/assets/none.css', js: '/assets/none.js' },
    })
    opened.app = built.app
    opened.routes = built.routes
    await built.app.ready()
  })
  afterAll(async () => {
    await opened.app?.close()
    await opened.identity?.close()
    await opened.doors?.close()
  })

  const kept = new Map<string, Promise<Browser>>()
  const browser = () => new Browser(there(opened.app), BASE_URL)
  const signedIn = async (person: PersonActor): Promise<Browser> => {
    const doors = there(opened.doors)
    const userId =
      (await doors.userOf(person.organisationId, person.personId)) ??
      (await doors.ensureUser({ organisationId: person.organisationId, personId: person.personId, email: null }))
    const session = await doors.signInAs(userId, {
      wished: { organisationId: person.organisationId, personId: person.personId },
    })
    const own = browser()
    own.keep(doors.cookie.set(session.token))
    own.csrf = openCsrf(testKeys.derive('csrf')).tokenFor(session)
    return own
  }
  const browserOf = (as: PersonActor | null | undefined): Promise<Browser> => {
    if (as === null || as === undefined) return Promise.resolve(browser())
    const key = `${as.organisationId} ${as.personId}`
    const found = kept.get(key) ?? signedIn(as)
    kept.set(key, found)
    return found
  }
  return {
    letters,
    keys: testKeys,
    files,
    get app() {
      return there(opened.app)
    },
    get routes() {
      return there(opened.routes)
    },
    get identity() {
      return there(opened.identity)
    },
    browser,
    signedIn,
    get: async (path, as, more) => (await browserOf(as)).get(path, more),
    post: async (path, fields, as, more) => (await browserOf(as)).post(path, fields, more),
  }
}

export { answerOf }

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the application opens before the first test, not before')
  return value
}
