import { refreshStandings } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { standingSources } from '#src/standings.ts'
import type { Figure } from '../support/figure.ts'
import { peakMemory, round } from '../support/figure.ts'
import type { Load } from '../support/load.ts'
import { inTurns, load } from '../support/load.ts'
import { makeSchool } from '../support/school.ts'
import type { Served } from '../support/served.ts'
import { ask, serve } from '../support/served.ts'
import type { World } from '../support/world.ts'

const PROMISED_MS = 50
const BOUNDS = { seconds: 8, most: 400 }

/** The promise board of a policy of 461 clauses, every square known, beside a ready page of as many bytes of the same server. */
export async function boardFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  report('the board of 461 clauses')
  const school = await makeSchool(world, 'board')
  const system = systemActor(school.organisationId, 'bench')
  await world.db.inTx(system, (tx) => refreshStandings(tx, standingSources))
  await world.admin.query('analyze')
  const served = await serve(world)
  try {
    const cookies = await served.sessions(school, 4)
    const board = `${served.address}/policy/board`
    const { status, bytes } = await ask(board, cookies[0] ?? '')
    if (status !== 200) throw new Error(`the board answered ${status}`)
    return figures(await measure(served, board, bytes, cookies), bytes)
  } finally {
    await served.close()
  }
}

const measure = (served: Served, board: string, bytes: number, cookies: readonly string[]) => {
  const asks = (url: string, own: readonly string[]) => () =>
    load(1, BOUNDS, async (index) => {
      const { status } = await ask(url, own[index % own.length] ?? '')
      if (status !== 200) throw new Error(`answered ${status}`)
    })
  return inTurns(2, asks(board, cookies), asks(served.readyPage(bytes), ['']))
}

const figures = ([board, ready]: readonly [Load, Load], bytes: number): Figure[] => {
  const common = { unit: 'ms', value: board.p50, p50_ms: board.p50, p99_ms: board.p99, rss_mb: peakMemory() }
  return [
    {
      ...common,
      name: 'board of 461 clauses',
      limit: PROMISED_MS,
      ratio: round(board.p50 / PROMISED_MS),
      note: `p50 of one request after the other, with the session, the ledger and ${Math.round(bytes / 1024)} KiB of page; the limit is the promise of 50 ms`,
    },
    {
      ...common,
      name: 'board of 461 clauses, beside a ready page',
      limit: ready.p50,
      ratio: round(board.p50 / ready.p50),
      note: 'against a page of as many bytes that the same server holds ready and sends to anybody, measured in turns',
    },
  ]
}
