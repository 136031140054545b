import { createHmac } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { systemClock } from '#core/clock.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { openFiles } from '#platform/files/files.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import { outboxOnly } from '#platform/mail/mail-transport.ts'
import { buildApp } from '#src/app.tsx'
import { sessionsOf } from '#src/sessions.ts'
import type { BenchSchool } from './school.ts'
import type { World } from './world.ts'

/** The real application over the bench's database, listening on this machine. */
export interface Served {
  readonly address: string
  /** The Cookie headers of so many sessions of a school's lead: one alone would come to the limit of requests a minute. */
  sessions(school: BenchSchool, count: number): Promise<string[]>
  /** The address of a page of the same server that is ready: so many bytes of text, and nothing is looked up. */
  readyPage(bytes: number): string
  close(): Promise<void>
}

const MANY = 1_000_000
const ready = z.object({ bytes: z.coerce.number().int().min(1).max(10_000_000) })

const derive = (purpose: string): Buffer => createHmac('sha256', 'bench').update(purpose).digest()

/** Starts the application as the program does. */
export async function serve(world: Pick<World, 'db' | 'webUrl' | 'jobsUrl'>): Promise<Served> {
  const baseUrl = 'http://127.0.0.1'
  const identity = openIdentity({
    webUrl: world.webUrl,
    secret: Buffer.alloc(32, 7),
    baseUrl,
    secureCookies: false,
    sample: true,
    sendMagicLink: async () => {},
  })
  const { app } = await buildApp({
    db: world.db,
    identity,
    keys: { derive },
    clock: systemClock,
    mail: outboxOnly,
    files: openFiles({ folder: mkdtempSync(join(tmpdir(), 'kept-bench-')), keys: { current: 1, derive } }),
    baseUrl,
    root: projectRoot(),
    sample: true,
    jobsUrl: world.jobsUrl,
    secureCookies: false,
    logLevel: 'silent',
    sessionOf: sessionsOf(identity, world.db),
  })
  const pages = new Map<number, string>()
  app.get(
    '/bench/ready/:bytes',
    { schema: { params: ready }, config: { audit: 'bench.ready', access: 'public', limit: MANY } },
    (request, reply) => reply.type('text/html; charset=utf-8').send(pages.get(request.params.bytes)),
  )
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    address,
    async sessions({ organisationId, lead }, count) {
      const userId = await identity.ensureUser({ organisationId, personId: lead.personId, email: null })
      const cookies: string[] = []
      for (let made = 0; made < count; made += 1) {
        const session = await identity.signInAs(userId)
        cookies.push(identity.cookie.set(session.token).split(';')[0] ?? '')
      }
      return cookies
    },
    readyPage(bytes) {
      pages.set(bytes, 'x'.repeat(bytes))
      return `${address}/bench/ready/${bytes}`
    },
    async close() {
      await app.close()
      await identity.close()
    },
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** Asks for a page and reads it to its end. */
export function ask(url: string, cookie: string): Promise<{ status: number; bytes: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; bytes: number }>()
  get(url, { agent, headers: cookie === '' ? {} : { cookie } }, (response) => {
    let bytes = 0
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }))
  }).on('error', reject)
  return promise
}
