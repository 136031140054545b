import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { readSort, writeSort } from '#core/sort.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import type { AskingFilter } from '../asking.ts'
import { views } from '../asking.ts'
import { paths } from '../paths.ts'
import { countAskings, listAskings } from '../queries/list-askings.ts'
import { askingOrders, usualOrder } from '../queries/list-order.ts'
import { readClasses } from '../queries/read-classes.ts'
import { readMine } from '../queries/read-mine.ts'
import { OverviewView } from '../views/overview-view.tsx'

const SIZE = 50

/** How the list is narrowed; anything else in the address is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(views).catch('all'),
  assent: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  class: z.uuid().or(z.literal('')).catch(''),
  words: z.string().max(200).catch(''),
  sort: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).max(2000).catch(1),
})

/** What is usual, and so stays out of addresses. */
export const usualList = { view: 'all', sort: writeSort(usualOrder) }

/** Who has signed what, for staff. */
export async function overviewPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.overview.route,
    { schema: { querystring: listQuery }, config: { audit: 'agreement.list.viewed', access: ['staff'] } },
    async (request, reply) => {
      const { query } = request
      const filter = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        settings: await readSettings(tx),
        rows: await listAskings(tx, filter),
        counts: await countAskings(tx, filter),
        classes: await readClasses(tx, null),
        mine: await readMine(tx, request.person()),
      }))
      return reply.view(
        <OverviewView
          rows={found.rows}
          counts={found.counts}
          view={query.view}
          query={{
            view: query.view,
            assent: query.assent,
            class: query.class,
            words: query.words.trim(),
            sort: writeSort(filter.sort ?? usualOrder),
          }}
          assents={assentOptions(found.policy)}
          classes={found.classes.map((one) => ({ value: one.id, text: one.name }))}
          page={query.page}
          size={SIZE}
          now={parts.clock.now()}
          zone={found.settings.zone}
          onPaper={onPaper(found.policy)}
          ownId={request.person().personId}
          ownTodo={found.mine.filter((one) => one.state === 'todo').length}
        />,
      )
    },
  )
}

/** The agreements of the policy in force, for choosing one. */
export const assentOptions = (policy: PolicyInForce): { value: string; text: string }[] =>
  Object.entries(policy.pack.assents)
    .map(([value, assent]) => ({ value, text: textOf(assent.says) }))
    .sort((a, b) => a.text.localeCompare(b.text))

/** The agreements that may be signed on paper. */
export const onPaper = (policy: PolicyInForce): string[] =>
  Object.entries(policy.pack.assents).flatMap(([id, assent]) => (assent.ways.includes('paper') ? id : []))

/** The filter of an address. */
export const filterOf = (query: z.infer<typeof listQuery>, size: number): AskingFilter => ({
  view: query.view,
  assent: query.assent === '' ? null : query.assent,
  classId: query.class === '' ? null : query.class,
  words: query.words.trim(),
  sort: readSort(query.sort, askingOrders, usualOrder),
  page: query.page,
  size,
})
