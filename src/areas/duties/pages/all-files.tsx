import { sayFullInstant } from '#core/calendar/say-date.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { sayCount } from '#ui/list-page/count-words.ts'
import { PrintedList } from '#ui/list-page/printed-list.tsx'
import type { ListQuery } from '../list-query.ts'
import { filterOf, listQuery, usualList } from '../list-query.ts'
import { paths } from '../paths.ts'
import { columnsOf, readAll } from './read-all.ts'

const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2000
const access = ['staff', 'governor'] as const

/** Everybody's duties as a file and on paper. */
export async function allFiles(app: Web): Promise<void> {
  app.get(
    paths.csv.route,
    { schema: { querystring: listQuery }, config: { audit: 'duty.list.exported', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readAll(tx, { ...filterOf(request.query, MOST_EXPORTED), page: 1 }))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="duties.csv"')
        .send(csvText(columnsOf(found), found.rows))
    },
  )

  app.get(
    paths.print.route,
    { schema: { querystring: listQuery }, config: { audit: 'duty.list.printed', access } },
    async (request, reply) => {
      const { query } = request
      const found = await request.inTx((tx) => readAll(tx, { ...filterOf(query, MOST_PRINTED), page: 1 }))
      const columns = columnsOf(found)
      const counted = sayCount({ things, page: 1, size: MOST_PRINTED, total: found.rows.length, found: false })
      return reply.view(
        <PrintedList
          title={`Duties: ${VIEWS[query.view]}`}
          back={{ href: paths.all.to(backTo(query)), text: 'All duties' }}
          lede={`${counted}. Printed ${sayFullInstant(found.now, found.zone)} by ${found.by}.`}
          wide
          sheets={[
            {
              columns: columns.map((column) => ({ says: column.title })),
              rows: found.rows.map((row) => columns.map((column) => column.value(row))),
            },
          ]}
        />,
      )
    },
  )
}

const things = { one: 'duty', many: 'duties' }
const VIEWS = { open: 'open now', late: 'late', done: 'settled', ahead: 'still to come' } as const

const backTo = ({ page: _page, ids: _ids, ...query }: ListQuery): string => queryText(query, usualList(query.view))
