import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import type { ConcernLine } from '../lines.ts'
import { paths } from '../paths.ts'
import type { ConcernFilter } from '../queries/list-concerns.ts'
import { countConcerns, listConcerns } from '../queries/list-concerns.ts'
import { waitingConcerns } from '../queries/waiting.ts'
import { sayReporter, sayState } from '../say-concern.ts'
import { ListView } from '../views/list-view.tsx'
import { allWorries, sayWorry } from '../worries.ts'

const SIZE = 50
const MOST_EXPORTED = 20_000

const querystring = z.object({
  view: z.enum(['open', 'new', 'mine', 'closed', 'all']).catch('open'),
  worry: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  words: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(400).catch(1),
})

/** The concerns that one may see, and their CSV. */
export async function listPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.list.route,
    { schema: { querystring }, config: { audit: 'concern.list.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const actor = request.person()
      const { query } = request
      const filter = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        settings: await readSettings(tx),
        rows: await listConcerns(tx, actor, filter),
        total: await countConcerns(tx, actor, filter),
        waiting: await waitingConcerns(tx),
        counts: {
          open: await countConcerns(tx, actor, { ...filter, view: 'open' }),
          new: await countConcerns(tx, actor, { ...filter, view: 'new' }),
          mine: await countConcerns(tx, actor, { ...filter, view: 'mine' }),
          closed: await countConcerns(tx, actor, { ...filter, view: 'closed' }),
          all: await countConcerns(tx, actor, { ...filter, view: 'all' }),
        },
      }))
      return reply.view(
        <ListView
          rows={found.rows.map((row) => ({ ...row, worry: sayWorry(found.policy, row.aboutKind) }))}
          counts={found.counts}
          waiting={found.waiting}
          filter={{ view: query.view, worry: query.worry, words: query.words.trim() }}
          worries={allWorries(found.policy)}
          page={query.page}
          size={SIZE}
          total={found.total}
          now={parts.clock.now()}
          zone={found.settings.zone}
        />,
      )
    },
  )

  app.get(
    paths.csv.route,
    { schema: { querystring }, config: { audit: 'concern.list.exported', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const actor = request.person()
      const { policy, rows, zone } = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        zone: (await readSettings(tx)).zone,
        rows: await listConcerns(tx, actor, { ...filterOf(request.query, MOST_EXPORTED), page: 1 }),
      }))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="concerns.csv"')
        .send(csvText(columnsOf(policy, zone), rows))
    },
  )
}

const filterOf = (query: z.infer<typeof querystring>, size: number): ConcernFilter => ({
  view: query.view,
  worry: query.worry === '' ? null : query.worry,
  words: query.words.trim(),
  page: query.page,
  size,
})

// What was told stays out of the file: a spreadsheet is copied, and opening a concern is written down.
const columnsOf = (policy: PolicyInForce, zone: string): CsvColumn<ConcernLine>[] => [
  { title: 'Told', value: (row) => sayFullInstant(row.toldAt, zone) },
  { title: 'About', value: (row) => sayWorry(policy, row.aboutKind) },
  { title: 'From', value: (row) => sayReporter(row.reporterKind, row.named) },
  { title: 'Standing', value: (row) => sayState(row.state) },
  { title: 'In danger', value: (row) => (row.inDanger ? 'perhaps' : '') },
  { title: 'Taken by', value: (row) => row.takenBy },
  { title: 'Wants an answer', value: (row) => (row.wantsAnswer ? 'yes' : 'no') },
]
