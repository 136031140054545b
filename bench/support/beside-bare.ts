import Fastify from 'fastify'
import pg from 'pg'
import type { Load } from './load.ts'
import { load } from './load.ts'
import type { BenchSchool } from './school.ts'
import type { Served } from './served.ts'
import { ask } from './served.ts'
import type { Traced } from './trace.ts'
import { sendAgain, traceOf } from './trace.ts'
import type { World } from './world.ts'

const BOUNDS = { seconds: 6, most: 600 }
export const AT_ONCE = 8

/** A page of the application as its lead sees it. */
export interface OnePage {
  readonly url: string
  readonly cookies: readonly string[]
  readonly bytes: number
  /** What it asks the database, without finding out who is signed in. */
  readonly trace: readonly Traced[]
}

/** A server of a bench that answers at an address, and ends. */
export interface Bare {
  readonly url: string
  close(): Promise<void>
}

/** Opens a page as often as it takes until the program has learned which statements come again. */
export async function pageOf(served: Served, school: BenchSchool, path: string): Promise<OnePage> {
  const cookies = await served.sessions(school, AT_ONCE)
  const [cookie = ''] = cookies
  const url = `${served.address}${path}`
  const first = await ask(url, cookie)
  if (first.status !== 200) throw new Error(`${path} answered ${first.status}`)
  for (let times = 0; times < 6; times += 1) await ask(url, cookie)
  const trace = await traceOf(() => ask(url, cookie))
  return { url, cookies, bytes: first.bytes, trace: trace.filter((one) => !one.text.includes('identity')) }
}

/** A bare Fastify route: the same statements, the same actor, the same bytes. */
export async function bareRoute(world: World, { trace, bytes }: OnePage): Promise<Bare> {
  const pool = new pg.Pool({ connectionString: world.webUrl, max: 16, pipeline: true })
  const route = await bareServer(bytes, async () => {
    const client = await pool.connect()
    try {
      for (const statement of trace) await sendAgain(client, statement)
    } finally {
      client.release()
    }
  })
  return { url: route.url, close: () => route.close().then(() => pool.end()) }
}

/** A bare Fastify route that does one thing and sends so many bytes. */
export async function bareServer(
  bytes: number,
  work: (query: Record<string, string>) => Promise<unknown>,
): Promise<Bare> {
  const body = 'x'.repeat(bytes)
  const app = Fastify()
  app.get<{ Querystring: Record<string, string> }>('/', async ({ query }, reply) => {
    await work(query)
    return reply.type('text/html').send(body)
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url: `${url}/`, close: () => app.close() }
}

/** Asks for a page again and again. */
export const asks = (url: string, cookies: readonly string[]): Promise<Load> =>
  load(AT_ONCE, BOUNDS, async (index) => {
    const { status } = await ask(url, cookies[index % cookies.length] ?? '')
    if (status !== 200) throw new Error(`answered ${status}`)
  })
