import { policyInForce, readSettings } from '#areas/policy/index.ts'
import type { RecordView } from '#areas/records/index.ts'
import {
  countRecords,
  givenViews,
  listRecords,
  MOST_COUNTED,
  mayBreakAny,
  mayOpen,
  recordViews,
  searchRecords,
  usualOrder,
  whoHandles,
} from '#areas/records/index.ts'
import { writeSort } from '#core/sort.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentKinds, sayKind } from '../kinds.ts'
import { filterOf, logQuery } from '../log-query.ts'
import { paths } from '../paths.ts'
import { listRepeats, REPEATS } from '../queries/list-repeats.ts'
import { IncidentListView } from '../views/incident-list-view.tsx'
import { Repeats } from '../views/repeats.tsx'

const SIZE = 50

/** The incident log. Row policies decide who sees which line. */
export async function listPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.list.route,
    { schema: { querystring: logQuery }, config: { audit: 'incident.list.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { query } = request
      const asked = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => {
        const policy = await policyInForce(tx)
        const search = query.words === '' ? null : await searchRecords(tx, 'incident', query.words)
        const filter = { ...asked, found: search?.ids }
        const counts: Partial<Record<RecordView, number>> = {}
        for (const view of [...recordViews, ...givenViews]) counts[view] = await countRecords(tx, { ...filter, view })
        return {
          policy,
          people: await whoHandles(tx, policy, 'incident'),
          alike: search?.alike ?? false,
          longestNew: await longestNew(tx),
          repeats: await listRepeats(tx, policy),
          settings: await readSettings(tx),
          rows: await listRecords(tx, filter),
          mayOpen: await mayOpen(tx, policy, request.person().personId, 'incident'),
          mayBreak: await mayBreakAny(tx, policy, request.person()),
          counts,
        }
      })
      return reply.view(
        <IncidentListView
          rows={found.rows.map((row) => ({ ...row, category: sayKind(found.policy, row.category) }))}
          counts={found.counts}
          alike={found.alike}
          longestNew={found.longestNew}
          repeats={<Repeats repeats={found.repeats} {...REPEATS} />}
          people={found.people.map((one) => ({ value: one.personId, text: one.name }))}
          mayCount={found.people.length > 0 || request.person().audience === 'governor'}
          mayOpen={found.mayOpen}
          mayBreak={found.mayBreak}
          query={{
            view: query.view,
            category: query.category,
            words: query.words,
            from: query.from,
            sort: writeSort(asked.sort ?? usualOrder),
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

/** Since when the case has stood open that is new to whoever looks for the longest. */
async function longestNew(tx: Tx): Promise<Temporal.Instant | null> {
  const sort = { by: 'opened', down: false } as const
  const [first] = await listRecords(tx, { kind: 'incident', view: 'unread', words: '', sort, page: 1, size: 1 })
  return first?.openedAt ?? null
}
