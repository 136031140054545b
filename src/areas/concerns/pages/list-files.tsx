import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { sayCount } from '#ui/list-page/count-words.ts'
import { sayCut } from '#ui/list-page/cut-words.ts'
import { PrintedList } from '#ui/list-page/printed-list.tsx'
import type { ConcernLine } from '../lines.ts'
import type { ListQuery } from '../list-query.ts'
import { filterOf, listQuery, usualList } from '../list-query.ts'
import { paths } from '../paths.ts'
import { listConcerns } from '../queries/list-concerns.ts'
import { searchConcerns } from '../queries/search-concerns.ts'
import { sayReporter, sayState } from '../say-concern.ts'
import { sayWorry } from '../worries.ts'

const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2000
const access = ['staff', 'governor'] as const

/** The concerns as a file and on paper: who, when and how they stand, never what was told. */
export async function listFiles(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.csv.route,
    { schema: { querystring: listQuery }, config: { audit: 'concern.list.exported', access } },
    async (request, reply) => {
      const actor = request.person()
      const { columns, rows, cut } = await request.inTx((tx) => readAll(tx, actor, request.query, 'csv', MOST_EXPORTED))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="concerns.csv"')
        .send(csvText(columns, rows, cut))
    },
  )

  app.get(
    paths.print.route,
    { schema: { querystring: listQuery }, config: { audit: 'concern.list.printed', access } },
    async (request, reply) => {
      const actor = request.person()
      const { query } = request
      const { columns, rows, cut, zone, by } = await request.inTx(async (tx) => ({
        ...(await readAll(tx, actor, query, 'print', MOST_PRINTED)),
        by: (await namesOf(tx, [actor.personId])).get(actor.personId) ?? '',
      }))
      const counted = sayCount({ things, page: 1, size: MOST_PRINTED, total: rows.length, found: false })
      return reply.view(
        <PrintedList
          title="Concerns"
          back={{ href: paths.list.to(queryText({ ...query, ids: '', page: '' }, usualList)), text: 'Concerns' }}
          lede={[`${counted}.`, cut, `Printed ${sayFullInstant(parts.clock.now(), zone)} by ${by}.`]
            .filter(Boolean)
            .join(' ')}
          keep="What was told is not on this paper: read it in Kept, where it is noted who did."
          wide
          sheets={[
            {
              columns: columns.map((column) => ({ says: column.title })),
              rows: rows.map((row) => columns.map((column) => column.value(row))),
            },
          ]}
        />,
      )
    },
  )
}

const things = { one: 'concern', many: 'concerns' }

async function readAll(tx: Tx, actor: PersonActor, query: ListQuery, way: 'csv' | 'print', most: number) {
  const search = query.words === '' ? null : await searchConcerns(tx, query.words)
  const rows = await listConcerns(tx, actor, { ...filterOf(query, most), found: search?.ids, page: 1 })
  recordLook(tx, { code: 'concern.exported', details: { way, count: rows.length, chosen: query.ids !== '' } })
  const { zone } = await readSettings(tx)
  const cut = sayCut({ things: things.many, count: rows.length, most, ...(search ?? { more: false }) })
  return { rows, cut, zone, columns: columnsOf(await policyInForce(tx), zone) }
}

// What was told stays out of the file: a spreadsheet is copied, and opening a concern is written down.
const columnsOf = (policy: PolicyInForce, zone: string) => [
  { title: 'Told', value: (row: ConcernLine) => sayFullInstant(row.toldAt, zone) },
  { title: 'About', value: (row: ConcernLine) => sayWorry(policy, row.aboutKind) },
  { title: 'From', value: (row: ConcernLine) => sayReporter(row.reporterKind, row.named) },
  { title: 'Standing', value: (row: ConcernLine) => sayState(row.state) },
  { title: 'In danger', value: (row: ConcernLine) => (row.inDanger ? 'perhaps' : '') },
  { title: 'Taken by', value: (row: ConcernLine) => row.takenBy },
  { title: 'Wants an answer', value: (row: ConcernLine) => (row.wantsAnswer ? 'yes' : 'no') },
]
