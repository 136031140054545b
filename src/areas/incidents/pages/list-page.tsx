import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { writeSort } from '#core/sort.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentKinds, sayKind } from '../kinds.ts'
import { filterOf, logQuery } from '../log-query.ts'
import { paths } from '../paths.ts'
import { countIncidents, listIncidents, logViews, MOST_COUNTED } from '../queries/list-incidents.ts'
import { usualOrder } from '../queries/list-order.ts'
import { mayOpenIncidents } from '../queries/may-open.ts'
import { IncidentListView } from '../views/incident-list-view.tsx'

const SIZE = 50

/** The incident log. Row policies decide who sees which line. */
export async function listPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.list.route,
    { schema: { querystring: logQuery }, config: { audit: 'incident.list.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { query } = request
      const filter = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => {
        const counts: Partial<Record<(typeof logViews)[number], number>> = {}
        for (const view of logViews) counts[view] = await countIncidents(tx, { ...filter, view })
        return {
          policy: await policyInForce(tx),
          settings: await readSettings(tx),
          rows: await listIncidents(tx, filter),
          mayOpen: await mayOpenIncidents(tx),
          counts,
        }
      })
      return reply.view(
        <IncidentListView
          rows={found.rows.map((row) => ({ ...row, category: sayKind(found.policy, row.category) }))}
          counts={found.counts}
          mayOpen={found.mayOpen}
          query={{
            view: query.view,
            category: query.category,
            words: query.words,
            from: query.from,
            sort: writeSort(filter.sort ?? usualOrder),
          }}
          categories={incidentKinds(found.policy)}
          page={query.page}
          size={SIZE}
          most={MOST_COUNTED}
          now={parts.clock.now()}
          zone={found.settings.zone}
        />,
      )
    },
  )
}
