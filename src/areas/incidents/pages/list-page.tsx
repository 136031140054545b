import { policyInForce, readSettings } from '#areas/policy/index.ts'
import type { RecordFilter, RecordView } from '#areas/records/index.ts'
import {
  countRecords,
  firstQuery,
  givenViews,
  listRecords,
  MOST_COUNTED,
  mayBreakAny,
  mayOpen,
  recordViews,
  SavedBar,
  savedLists,
  searchRecords,
  usualOrder,
  whoHandles,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { writeSort } from '#core/sort.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { incidentKinds, sayKind } from '../kinds.ts'
import { filterOf, logQuery, usualLog } from '../log-query.ts'
import { paths } from '../paths.ts'
import { listRepeats } from '../queries/list-repeats.ts'
import { savedHome } from '../saved-home.ts'
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
      const first = request.url === paths.list.to() ? await request.inTx((tx) => firstQuery(tx, 'incident')) : null
      if (first !== null) return reply.redirect(paths.list.to(first))
      const asked = filterOf(query, SIZE)
      const found = await request.inTx((tx) => readLog(tx, request.person(), asked))
      const shown = {
        view: query.view,
        category: query.category,
        words: query.words,
        from: query.from,
        sort: writeSort(asked.sort ?? usualOrder),
      }
      // Whoever begins with a list of their own gets to all of them by an address that says so.
      const usual = found.saved.some((one) => one.first) ? { ...usualLog, view: '' } : usualLog
      return reply.view(
        <IncidentListView
          saved={<SavedBar home={savedHome} lists={found.saved} at={queryText(shown, usual)} />}
          rows={found.rows.map((row) => ({ ...row, category: sayKind(found.policy, row.category) }))}
          counts={found.counts}
          alike={found.alike}
          more={found.more}
          longestNew={found.longestNew}
          repeats={<Repeats repeats={found.repeats.pupils} rule={found.repeats.rule} />}
          people={found.people.map((one) => ({ value: one.personId, text: one.name }))}
          mayCount={found.people.length > 0 || request.person().audience === 'governor'}
          mayOpen={found.mayOpen}
          mayBreak={found.mayBreak}
          query={shown}
          usual={usual}
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

/** What the page shows, to whoever acts. */
async function readLog(tx: Tx, actor: PersonActor, asked: RecordFilter) {
  const policy = await policyInForce(tx)
  const search = asked.words === '' ? null : await searchRecords(tx, 'incident', asked.words)
  const filter = { ...asked, found: search?.ids }
  const counts: Partial<Record<RecordView, number>> = {}
  for (const view of [...recordViews, ...givenViews]) counts[view] = await countRecords(tx, { ...filter, view })
  return {
    policy,
    saved: await savedLists(tx, 'incident'),
    people: await whoHandles(tx, policy, 'incident'),
    alike: search?.alike ?? false,
    more: search?.more ?? false,
    longestNew: await longestNew(tx),
    repeats: await listRepeats(tx, policy),
    settings: await readSettings(tx),
    rows: await listRecords(tx, filter),
    mayOpen: await mayOpen(tx, policy, actor.personId, 'incident'),
    mayBreak: await mayBreakAny(tx, policy, actor),
    counts,
  }
}

/** Since when the case has stood open that is new to whoever looks for the longest. */
async function longestNew(tx: Tx): Promise<Temporal.Instant | null> {
  const sort = { by: 'opened', down: false } as const
  const [first] = await listRecords(tx, { kind: 'incident', view: 'unread', words: '', sort, page: 1, size: 1 })
  return first?.openedAt ?? null
}
