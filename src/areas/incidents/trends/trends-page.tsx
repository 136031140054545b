import { csvText } from '#core/csv/csv.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { readTrends } from './read-trends.ts'
import { trendsQuery } from './trends-query.ts'
import { sayShown, TrendsView } from './trends-view.tsx'

const access = ['staff', 'governor'] as const

/** What cases have in common over time, as bars, as a table and as a file. */
export async function trendsPages(app: Web): Promise<void> {
  app.get(
    paths.trends.route,
    { schema: { querystring: trendsQuery }, config: { audit: 'incident.trends.viewed', access } },
    async (request, reply) => {
      const trends = await request.inTx((tx) => readTrends(tx, request.query))
      return reply.view(<TrendsView trends={trends} query={request.query} />)
    },
  )
  app.get(
    paths.trendsCsv.route,
    { schema: { querystring: trendsQuery }, config: { audit: 'incident.trends.exported', access } },
    async (request, reply) => {
      const { tables, thirds, dimension } = await request.inTx(async (tx) => {
        recordLook(tx, { code: 'incident.trends.exported', details: { by: request.query.by } })
        return readTrends(tx, request.query)
      })
      const lines = tables.flatMap((table) =>
        table.names.map((name, at) => ({
          school: table.school ?? '',
          name,
          row: table.shown.rows[at],
          thirds: table.thirds,
        })),
      )
      const columns = [
        ...(tables.some((table) => table.school !== null)
          ? [{ title: 'School', value: (line: (typeof lines)[number]) => line.school }]
          : []),
        { title: dimension.says, value: (line: (typeof lines)[number]) => line.name },
        ...thirds.map((third) => ({
          title: third.says,
          value: (line: (typeof lines)[number]) => sayShown(line.row?.cells[line.thirds.indexOf(third)] ?? null),
        })),
        { title: 'All', value: (line: (typeof lines)[number]) => sayShown(line.row?.total ?? null) },
      ]
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="trends.csv"')
        .send(csvText(columns, lines))
    },
  )
}
