import { asks, bareRoute, pageOf } from '../support/beside-bare.ts'
import type { Figure } from '../support/figure.ts'
import { peakMemory, round } from '../support/figure.ts'
import type { Load } from '../support/load.ts'
import { inTurns } from '../support/load.ts'
import { fillIncidents, makeManySchools, makeSchool } from '../support/school.ts'
import { serve } from '../support/served.ts'
import type { World } from '../support/world.ts'

const PATH = '/incidents'

/** The list of 50 of 100,000 incidents, against a bare route with the same SQL and as many bytes; and at 1,000 schools. */
export async function listFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  report('100,000 incidents at one school')
  const one = await makeSchool(world, 'one-school')
  await fillIncidents(world, one, 100_000)
  await world.admin.query('analyze')
  const served = await serve(world)
  const page = await pageOf(served, one, PATH)
  const bare = await bareRoute(world, page)
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
  const [small, among] = [await pageOf(served, alone, PATH), await pageOf(served, many, PATH)]
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
