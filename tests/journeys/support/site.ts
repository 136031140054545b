import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import type { Identity } from '#platform/identity/identity.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import type { JobRunner } from '#platform/jobs/runner.ts'
import { startJobs } from '#platform/jobs/runner.ts'
import { outboxOnly } from '#platform/mail/mail-transport.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { buildApp } from '#src/app.tsx'
import { areas } from '#src/areas.ts'
import { sessionsOf } from '#src/sessions.ts'
import { refreshTask } from '#src/standings.ts'
import { testKeys } from '#tests/support/app.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { testFiles } from '#tests/support/files.ts'
import { freePort } from '#tests/support/free-port.ts'

/** The whole program over the file's database: web and background work, listening on this machine only. */
export interface Site {
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  readonly identity: Identity
  /** The letters with a link to sign in, newest last. */
  readonly letters: { to: string; url: string }[]
  /** The background tasks that broke. */
  readonly broken: string[]
  /** Gives a browser the session that somebody would have after signing in. */
  letIn(context: BrowserContext, person: PersonActor): Promise<void>
  /** Waits until no background work is left to do now. */
  quiet(): Promise<void>
}

interface Running extends Pick<Site, 'url' | 'identity'> {
  /** Opens sessions without a password; the site itself has no such door. */
  readonly doors: Identity
  readonly app: Web
  readonly jobs: JobRunner
}

/** Declares the test file's site; call it beside `useDatabase`. */
export function useSite(t: TestDatabase): Site {
  const letters: { to: string; url: string }[] = []
  const broken: string[] = []
  let running: Running | undefined
  beforeAll(async () => {
    running = await open(t, letters, broken)
  })
  afterAll(async () => {
    await running?.jobs.stop()
    await running?.app.close()
    await running?.identity.close()
    await running?.doors.close()
  })
  const there = (): Running => {
    if (running === undefined) throw new Error('the site opens before the first test, not before')
    return running
  }
  return {
    letters,
    broken,
    get url() {
      return there().url
    },
    get identity() {
      return there().identity
    },
    letIn: (context, person) => letIn(there(), context, person),
    quiet: () => quiet(t),
  }
}

async function open(t: TestDatabase, letters: Site['letters'], broken: string[]): Promise<Running> {
  // The address is part of what is built, so it is chosen before.
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const openAs = (sample: boolean) =>
    openIdentity({
      webUrl: t.webUrl,
      secret: testKeys.derive('identity'),
      baseUrl: url,
      secureCookies: false,
      sample,
      clock: t.clock,
      sendMagicLink: async (to, link) => void letters.push({ to, url: link }),
    })
  const [identity, doors] = [openAs(false), openAs(true)]
  const parts: Parts = {
    db: t.db,
    identity,
    keys: testKeys,
    clock: t.clock,
    mail: outboxOnly,
    files: testFiles(testKeys),
    baseUrl: url,
    root: projectRoot(),
    sample: false,
  }
  const { app } = await buildApp({
    ...parts,
    jobsUrl: t.jobsUrl,
    secureCookies: false,
    logLevel: 'silent',
    sessionOf: sessionsOf(identity, t.db),
  })
  const tasks = {
    ...Object.assign({}, ...areas.map((area) => area.tasks?.(parts) ?? {})),
    refresh_standings: refreshTask(parts),
  }
  const jobs = await startJobs(t.jobsUrl, tasks, {
    onFault: (task, fault) => void broken.push(`${task}: ${fault instanceof Error ? fault.message : fault}`),
  })
  await app.listen({ host: '127.0.0.1', port })
  return { url, identity, doors, app, jobs }
}

async function letIn({ url, doors }: Running, context: BrowserContext, person: PersonActor): Promise<void> {
  const { organisationId, personId } = person
  const userId =
    (await doors.userOf(organisationId, personId)) ??
    (await doors.ensureUser({ organisationId, personId, email: null }))
  const session = await doors.signInAs(userId, { wished: { organisationId, personId } })
  const [pair = ''] = doors.cookie.set(session.token).split(';')
  const [name = '', value = ''] = pair.split('=')
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
}

async function quiet(t: TestDatabase): Promise<void> {
  const waiting = () =>
    t.peek(
      'select 1 from graphile_worker.jobs where attempts < max_attempts and (locked_at is not null or run_at <= now())',
    )
  while ((await waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
}
