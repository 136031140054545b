import { namesOf } from '#areas/records/index.ts'
import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { sayCount } from '#ui/list-page/count-words.ts'
import { PrintedList } from '#ui/list-page/printed-list.tsx'
import { stateSays } from '#ui/square/square.tsx'
import type { MeasureLine } from '../lines.ts'
import type { ListQuery } from '../list-query.ts'
import { linesFor, listQuery, usualList } from '../list-query.ts'
import { paths } from '../paths.ts'
import { readList } from './read-list.ts'

const schema = { querystring: listQuery }
const access = ['staff', 'governor'] as const

/** The list of measures as a file and on paper. */
export function listFiles(app: Web): void {
  app.get(paths.csv.route, { schema, config: { audit: 'measure.list.exported', access } }, async (request, reply) => {
    const found = await request.inTx((tx) => readWhole(tx, request.query, 'csv'))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="measures.csv"')
      .send(csvText(columnsIn(found.zone), found.rows))
  })

  app.get(paths.print.route, { schema, config: { audit: 'measure.list.printed', access } }, async (request, reply) => {
    const me = request.person().personId
    const found = await request.inTx(async (tx) => ({
      ...(await readWhole(tx, request.query, 'print')),
      by: (await namesOf(tx, [me])).get(me) ?? '',
    }))
    const { rows, zone } = found
    const counted = sayCount({
      things: { one: 'measure', many: 'measures' },
      page: 1,
      size: rows.length,
      total: rows.length,
      found: false,
    })
    const columns = columnsIn(zone)
    return reply.view(
      <PrintedList
        title="Measures"
        back={{ href: paths.list.to(queryText(request.query, usualList)), text: 'Measures' }}
        lede={`${counted}. Printed ${sayFullInstant(found.now, zone)} by ${found.by}.`}
        wide
        sheets={[
          {
            columns: columns.map((column) => ({ says: column.title })),
            rows: rows.map((row) => columns.map((column) => column.value(row))),
          },
        ]}
      />,
    )
  })
}

interface Column {
  readonly title: string
  readonly value: (row: MeasureLine) => string
}

const columnsIn = (zone: string): Column[] => [
  { title: 'Measure', value: (row) => row.title },
  { title: 'Held by', value: (row) => row.holder },
  { title: 'The policy sets', value: (row) => row.values },
  { title: 'Standing', value: (row) => stateSays(row.state, row.state === 'kept' ? 'attested' : undefined) },
  { title: 'Last checked', value: (row) => (row.checked === null ? 'Never' : sayDayIn(row.checked, zone)) },
  { title: 'Next check', value: (row) => (row.next === null ? '' : sayDayIn(row.next, zone)) },
  { title: 'Clauses', value: (row) => row.clauses.join(', ') },
]

const sayDayIn = (at: Temporal.Instant, zone: string): string => sayFullDate(at.toZonedDateTimeISO(zone).toPlainDate())

/** What leaves the software is noted: how systems are protected is of use to whoever attacks them. */
async function readWhole(tx: Tx, query: ListQuery, way: 'csv' | 'print') {
  const { lines, now, zone } = await readList(tx)
  const rows = linesFor(lines, query)
  recordLook(tx, { code: 'measures.exported', details: { way, count: rows.length, view: query.view } })
  return { rows, now, zone }
}
