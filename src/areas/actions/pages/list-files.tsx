import { namesOf } from '#areas/records/index.ts'
import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { sayCount } from '#ui/list-page/count-words.ts'
import { PrintedList } from '#ui/list-page/printed-list.tsx'
import type { Line } from '../line.ts'
import type { ListOf } from '../list-of.ts'
import { WORDS } from '../list-of.ts'
import type { ListQuery } from '../list-query.ts'
import { linesFor, listQuery, usualList } from '../list-query.ts'
import { paths } from '../paths.ts'
import { readList } from './list-page.tsx'

const schema = { querystring: listQuery }
const access = ['staff', 'governor'] as const

/** A list of actions or exceptions as a file and on paper. */
export function listFiles(app: Web, of: ListOf): void {
  const words = WORDS[of]
  app.get(paths[of].csv.route, { schema, config: { audit: `${of}.list.exported`, access } }, async (request, reply) => {
    const found = await request.inTx((tx) => readWhole(tx, of, request.query, 'csv'))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${words.file}"`)
      .send(csvText(columnsIn(of, found.zone), found.rows))
  })

  app.get(
    paths[of].print.route,
    { schema, config: { audit: `${of}.list.printed`, access } },
    async (request, reply) => {
      const me = request.person().personId
      const { rows, zone, now, by } = await request.inTx(async (tx) => ({
        ...(await readWhole(tx, of, request.query, 'print')),
        by: (await namesOf(tx, [me])).get(me) ?? '',
      }))
      const size = rows.length
      const counted = sayCount({ things: words.things, page: 1, size, total: size, found: false })
      const columns = columnsIn(of, zone)
      return reply.view(
        <PrintedList
          title={words.title}
          back={{ href: paths[of].list.to(queryText(request.query, usualList)), text: words.title }}
          lede={`${counted}. Printed ${sayFullInstant(now, zone)} by ${by}.`}
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

interface Column {
  readonly title: string
  readonly value: (row: Line) => string
}

function columnsIn(of: ListOf, zone: string): Column[] {
  const day = (at: Temporal.Instant | null) =>
    at === null ? '' : sayFullDate(at.toZonedDateTimeISO(zone).toPlainDate())
  return [
    { title: 'Reference', value: (row) => row.reference },
    { title: 'What', value: (row) => row.title },
    { title: 'For', value: (row) => row.people ?? '' },
    of === 'action'
      ? { title: 'Case', value: (row) => row.caseReference ?? '' }
      : { title: 'Lifts', value: (row) => row.lifts ?? '' },
    { title: 'Stands', value: (row) => (row.state !== 'open' ? 'Over' : row.inForce ? 'In force' : 'To be done') },
    { title: 'Taken', value: (row) => day(row.openedAt) },
    { title: 'In force since', value: (row) => day(row.from) },
    { title: 'Ends', value: (row) => day(row.until) },
  ]
}

/** What leaves the software is noted: it names people. */
async function readWhole(tx: Tx, of: ListOf, query: ListQuery, way: 'csv' | 'print') {
  const { lines, now, zone } = await readList(tx, of)
  const rows = linesFor(lines, query)
  recordLook(tx, { code: `${of}s.exported`, details: { way, count: rows.length, view: query.view } })
  return { rows, now, zone }
}
