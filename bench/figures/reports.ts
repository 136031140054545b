import type { Bare } from '../support/beside-bare.ts'
import { AT_ONCE, asks, bareRoute, bareServer, pageOf } from '../support/beside-bare.ts'
import { fillCases, fillConcerns } from '../support/copies.ts'
import type { Figure } from '../support/figure.ts'
import { peakMemory, round } from '../support/figure.ts'
import { timedBrowser } from '../support/in-browser.ts'
import type { Load } from '../support/load.ts'
import { inTurns, load } from '../support/load.ts'
import type { BenchSchool } from '../support/school.ts'
import { makeSchool } from '../support/school.ts'
import type { Served } from '../support/served.ts'
import { ask, serve } from '../support/served.ts'
import type { World } from '../support/world.ts'

const MANY = 10_000
/** How long the list may take in a browser on two cores. */
const PROMISED_MS = 500
const BOUNDS = { seconds: 5, most: 400 }

// Each list that reads cases or concerns in its own way. A list with a name is one of these with other filters.
const LISTS = [
  ['list of 10,000 open concerns', '/concerns'],
  ['list of 10,000 open cases', '/incidents'],
  ['search in 10,000 concerns', '/concerns?words=chat'],
  ['search in 10,000 cases, in all of them', '/incidents?words=unkind'],
  ['search in 10,000 cases, for one', '/incidents?words=INC-04711'],
  ['10,000 open cases by step', '/incidents/board'],
  ['trends of 10,000 cases by kind', '/incidents/trends?from=2020-09-01'],
  ['trends of 10,000 cases by year group', '/incidents/trends?from=2020-09-01&by=year_group'],
  ['duties of somebody with 10,000 cases', '/duties'],
] as const

/** The lists of whoever handles 10,000 open concerns and as many open cases, and one of each opened. */
export async function reportFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  report('10,000 concerns and 10,000 cases, all open')
  const school = await makeSchool(world, 'reports')
  await fillConcerns(world, school, MANY)
  await fillCases(world, school, MANY)
  await world.admin.query('analyze')
  const served = await serve(world)
  try {
    const figures: Figure[] = []
    for (const [name, path] of LISTS) figures.push(await list(world, served, school, name, path))
    figures.push(...(await inBrowser(served, school, report)))
    figures.push(await opening(world, served, school, 'one concern of 10,000 opened', 'concern'))
    figures.push(await opening(world, served, school, 'one case of 10,000 opened', 'record'))
    return figures
  } finally {
    await served.close()
  }
}

async function list(world: World, served: Served, school: BenchSchool, name: string, path: string): Promise<Figure> {
  const page = await pageOf(served, school, path)
  const bare = await bareRoute(world, page)
  const [ours, limit] = await beside(
    bare,
    () => asks(page.url, page.cookies),
    () => asks(bare.url, ['']),
  )
  return {
    ...figure(name, ours, round(ours.perSecond / limit.perSecond)),
    unit: 'requests/s',
    value: ours.perSecond,
    limit: limit.perSecond,
    note: 'the whole page as its handler sees it, against a bare Fastify route: same SQL, same actor, same bytes; 8 at once',
  }
}

/** The two lists as whoever handles them waits for them: in a browser that has nothing of them yet. */
async function inBrowser(served: Served, school: BenchSchool, report: (line: string) => void): Promise<Figure[]> {
  const browser = await timedBrowser()
  if (browser === null) {
    report('no Chromium on this machine: the lists are not opened in a browser')
    return []
  }
  const figures: Figure[] = []
  try {
    for (const [name, path] of LISTS.slice(0, 2)) {
      const [cookie = ''] = await served.sessions(school, 1)
      const { p50, p99 } = await browser.opens(`${served.address}${path}`, cookie)
      figures.push({
        ...figure(`${name}, in a browser`, { p50, p99 }, round(p50 / PROMISED_MS)),
        unit: 'ms',
        value: p50,
        limit: PROMISED_MS,
        note: 'p50 from asking to the end of loading, one after the other, nothing kept; the limit is the promise of half a second',
      })
    }
    return figures
  } finally {
    await browser.close()
  }
}

async function opening(
  world: World,
  served: Served,
  school: BenchSchool,
  name: string,
  thing: 'concern' | 'record',
): Promise<Figure> {
  const { rows } = await world.admin.query<{ id: string }>(
    `select id from app.${thing} where organisation_id = $1 order by id limit $2`,
    [school.organisationId, BOUNDS.most],
  )
  const pathOf = (index: number) => `/${thing === 'record' ? 'incidents' : 'concerns'}/${rows[index % rows.length]?.id}`
  const { cookies, bytes } = await pageOf(served, school, pathOf(0))
  const bare = await bareServer(bytes, ({ id }) =>
    world.admin.query({
      name: `bench-${thing}`,
      text: `select * from app.${thing} where organisation_id = $1 and id = $2`,
      values: [school.organisationId, id],
    }),
  )
  const [ours, limit] = await beside(
    bare,
    () => each((index) => [`${served.address}${pathOf(index)}`, cookies[index % AT_ONCE] ?? '']),
    () => each((index) => [`${bare.url}?id=${rows[index % rows.length]?.id}`, '']),
  )
  return {
    ...figure(name, ours, round(ours.p50 / limit.p50)),
    unit: 'ms',
    value: ours.p50,
    limit: limit.p50,
    note: 'p50 of one after the other, with the look in the ledger; against a bare route with a select of its one row and as many bytes',
  }
}

/** Our page and the bare one in turns; the bare one is not needed after that. */
async function beside(bare: Bare, ours: () => Promise<Load>, limit: () => Promise<Load>): Promise<[Load, Load]> {
  try {
    return await inTurns(2, ours, limit)
  } finally {
    await bare.close()
  }
}

const each = (requestOf: (index: number) => readonly [string, string]): Promise<Load> =>
  load(1, BOUNDS, async (index) => {
    const { status } = await ask(...requestOf(index))
    if (status !== 200) throw new Error(`answered ${status}`)
  })

const figure = (name: string, ours: Pick<Load, 'p50' | 'p99'>, ratio: number) => ({
  name,
  ratio,
  p50_ms: ours.p50,
  p99_ms: ours.p99,
  rss_mb: peakMemory(),
})
