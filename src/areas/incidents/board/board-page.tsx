import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { sayAsked } from '#areas/records/index.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { sayKind } from '../kinds.ts'
import { paths } from '../paths.ts'
import { BoardView } from './board-view.tsx'
import { boardOf } from './columns.ts'
import { awaitedSteps } from './open-steps.ts'

const query = z.object({
  chart: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
})

/** The open cases by the step that they wait in, as far as whoever looks may read them. */
export async function boardPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.board.route,
    { schema: { querystring: query }, config: { audit: 'incident.board.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { policy, awaited, zone } = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        awaited: await awaitedSteps(tx),
        zone: (await readSettings(tx)).zone,
      }))
      const charts = boardOf(policy, awaited)
      return reply.view(
        <BoardView
          charts={charts}
          chart={charts.find((one) => one.id === request.query.chart) ?? charts[0] ?? null}
          sayParty={(party) => sayAsked(policy, party)}
          sayKind={(id) => sayKind(policy, id)}
          now={parts.clock.now()}
          zone={zone}
        />,
      )
    },
  )
}
