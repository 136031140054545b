import Fastify from 'fastify'
import pg from 'pg'
import type { Figure } from '../support/figure.ts'
import { peakMemory, round } from '../support/figure.ts'
import type { Load } from '../support/load.ts'
import { inTurns, load } from '../support/load.ts'
import type { BenchSchool } from '../support/school.ts'
import { fillIncidents, makeManySchools, makeSchool } from '../support/school.ts'
import type { Served } from '../support/served.ts'
import { ask, serve } from '../support/served.ts'
import type { Traced } from '../support/trace.ts'
import { sendAgain, traceOf } from '../support/trace.ts'
import type { World } from '../support/world.ts'

const BOUNDS = { seconds: 6, most: 600 }
const AT_ONCE = 8

/** The list of 50 of 100,000 incidents, against a bare route with the same SQL and as many bytes; and at 1,000 schools. */
export async function listFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  report('100,000 incidents at one school')
  const one = await makeSchool(world, 'one-school')
  await fillIncidents(world, one, 100_000)
  await world.admin.query('analyze')
  const served = await serve(world)
  const page = await pageOf(served, one)
  const bare = await bareRoute(world, page.trace, page.bytes)
  const [ours, limit] = await inTurns(
    2,
    () => asks(page.url, page.cookies),
    () => asks(bare.url, ['']),
  )
  await bare.close()
  report('1,000 schools with 1,000 incidents each')
  const many = await makeManySchools(world, 1_000, 1_000)
  const alone = await makeSchool(world, 'small-school')
  await fillIncidents(world, alone, 1_000)
  await world.admin.query('analyze')
  const [small, among] = [await pageOf(served, alone), await pageOf(served, many)]
  const [spread, single] = await inTurns(
    2,
    () => asks(among.url, among.cookies),
    () => asks(small.url, small.cookies),
  )
  await served.close()
  return [
    figure(
      'incident list, 50 of 100,000',
      ours,
      limit,
      'against a bare Fastify route: same SQL, same actor, same bytes; 8 at once',
    ),
    {
      ...figure(
        'incident list among 1,000 schools',
        spread,
        single,
        'a million incidents in all, against the same list in the database’s view of one school; 8 at once',
      ),
      ratio: round(spread.p50 / single.p50),
      unit: 'requests/s; ratio of p50 times',
    },
  ]
}

const figure = (name: string, value: Load, limit: Load, note: string): Figure => ({
  name,
  unit: 'requests/s',
  value: value.perSecond,
  limit: limit.perSecond,
  ratio: round(value.perSecond / limit.perSecond),
  p50_ms: value.p50,
  p99_ms: value.p99,
  rss_mb: peakMemory(),
  note,
})

async function pageOf(served: Served, school: BenchSchool) {
  const cookies = await served.sessions(school, AT_ONCE)
  const [cookie = ''] = cookies
  const url = `${served.address}/incidents`
  const first = await ask(url, cookie)
  if (first.status !== 200) throw new Error(`the list answered ${first.status}`)
  // As often as it takes until the program has learned which statements come again.
  for (let times = 0; times < 6; times += 1) await ask(url, cookie)
  const trace = await traceOf(() => ask(url, cookie))
  return { url, cookies, bytes: first.bytes, trace: trace.filter((one) => !one.text.includes('identity')) }
}

async function bareRoute(world: World, trace: readonly Traced[], bytes: number) {
  const pool = new pg.Pool({ connectionString: world.webUrl, max: 16, pipeline: true })
  const body = 'x'.repeat(bytes)
  const app = Fastify()
  app.get('/', async (_request, reply) => {
    const client = await pool.connect()
    try {
      for (const statement of trace) await sendAgain(client, statement)
    } finally {
      client.release()
    }
    return reply.type('text/html').send(body)
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url: `${url}/`,
    close: async () => {
      await app.close()
      await pool.end()
    },
  }
}

const asks = (url: string, cookies: readonly string[]) =>
  load(AT_ONCE, BOUNDS, async (index) => {
    const { status } = await ask(url, cookies[index % cookies.length] ?? '')
    if (status !== 200) throw new Error(`answered ${status}`)
  })
