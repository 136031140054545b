import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { firstQuery, SavedBar, savedLists, whoHandles } from '#areas/records/index.ts'
import { writeSort } from '#core/sort.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { filterOf, listQuery, usualList } from '../list-query.ts'
import { paths } from '../paths.ts'
import { countConcerns, listConcerns, MOST_COUNTED } from '../queries/list-concerns.ts'
import { usualOrder } from '../queries/list-order.ts'
import { searchConcerns } from '../queries/search-concerns.ts'
import { waitingConcerns } from '../queries/waiting.ts'
import { savedHome } from '../saved-home.ts'
import { ListView } from '../views/list-view.tsx'
import { allWorries, sayWorry } from '../worries.ts'

const SIZE = 50

/** The concerns that one may see. */
export async function listPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.list.route,
    { schema: { querystring: listQuery }, config: { audit: 'concern.list.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const actor = request.person()
      const first = request.url === paths.list.to() ? await request.inTx((tx) => firstQuery(tx, 'concern')) : null
      if (first !== null) return reply.redirect(paths.list.to(first))
      const query = { ...request.query, ids: '' }
      const asked = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => {
        const search = query.words === '' ? null : await searchConcerns(tx, query.words)
        const filter = { ...asked, found: search?.ids }
        const policy = await policyInForce(tx)
        return {
          policy,
          settings: await readSettings(tx),
          rows: await listConcerns(tx, actor, filter),
          saved: await savedLists(tx, 'concern'),
          people: await whoHandles(tx, policy, 'concern'),
          waiting: await waitingConcerns(tx),
          alike: search?.alike ?? false,
          more: search?.more ?? false,
          counts: {
            open: await countConcerns(tx, actor, { ...filter, view: 'open' }),
            new: await countConcerns(tx, actor, { ...filter, view: 'new' }),
            mine: await countConcerns(tx, actor, { ...filter, view: 'mine' }),
            closed: await countConcerns(tx, actor, { ...filter, view: 'closed' }),
            all: await countConcerns(tx, actor, { ...filter, view: 'all' }),
          },
        }
      })
      const shown = {
        view: query.view,
        worry: query.worry,
        words: query.words,
        sort: writeSort(asked.sort ?? usualOrder),
      }
      // Whoever begins with a list of their own gets to all of them by an address that says so.
      const usual = found.saved.some((one) => one.first) ? { ...usualList, view: '' } : usualList
      return reply.view(
        <ListView
          saved={<SavedBar home={savedHome} lists={found.saved} at={queryText(shown, usual)} />}
          rows={found.rows.map((row) => ({ ...row, worry: sayWorry(found.policy, row.aboutKind) }))}
          counts={found.counts}
          waiting={found.waiting}
          alike={found.alike}
          more={found.more}
          view={query.view}
          query={shown}
          usual={usual}
          people={found.people.map((one) => ({ value: one.personId, text: one.name }))}
          worries={allWorries(found.policy)}
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
