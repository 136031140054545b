import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { queryText } from '#ui/list-page/address.ts'
import { sayCount } from '#ui/list-page/count-words.ts'
import { PrintedList } from '#ui/list-page/printed-list.tsx'
import type { AskingRow } from '../asking.ts'
import { paths } from '../paths.ts'
import { listAskings } from '../queries/list-askings.ts'
import { markOf } from '../views/asking-words.ts'
import { assentOptions, filterOf, listQuery, usualList } from './overview-page.tsx'

const MOST_EXPORTED = 50_000
const MOST_PRINTED = 5000

/** What is asked as a file and on paper. */
export async function listFiles(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.csv.route,
    { schema: { querystring: listQuery }, config: { audit: 'agreement.list.exported', access: ['staff'] } },
    async (request, reply) => {
      const { policy, zone, rows } = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        zone: (await readSettings(tx)).zone,
        rows: await listAskings(tx, { ...filterOf(request.query, MOST_EXPORTED), page: 1 }),
      }))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="agreements.csv"')
        .send(csvText(columnsOf(policy, zone, parts.clock.now()), rows))
    },
  )

  app.get(
    paths.print.route,
    { schema: { querystring: listQuery }, config: { audit: 'agreement.list.printed', access: ['staff'] } },
    async (request, reply) => {
      const { query } = request
      const { policy, zone, rows } = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        zone: (await readSettings(tx)).zone,
        rows: await listAskings(tx, { ...filterOf(query, MOST_PRINTED), page: 1 }),
      }))
      const now = parts.clock.now()
      const columns = columnsOf(policy, zone, now)
      const counted = sayCount({ things, page: 1, size: MOST_PRINTED, total: rows.length, found: false })
      const { page: _page, ...back } = query
      return reply.view(
        <PrintedList
          title="Agreements"
          back={{ href: paths.overview.to(queryText(back, usualList)), text: 'Agreements' }}
          lede={`${counted}, as it stands on ${sayFullInstant(now, zone)}.`}
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

const things = { one: 'agreement', many: 'agreements' }

function columnsOf(policy: PolicyInForce, zone: string, now: Temporal.Instant): CsvColumn<AskingRow>[] {
  const titles = new Map(assentOptions(policy).map((one) => [one.value, one.text]))
  return [
    { title: 'Name', value: (row) => row.sortName },
    { title: 'Year', value: (row) => row.year },
    { title: 'Class', value: (row) => row.className },
    { title: 'Agreement', value: (row) => titles.get(row.assent) ?? row.assent },
    { title: 'Standing', value: (row) => markOf(row, now, zone).says },
    { title: 'Asked', value: (row) => sayFullInstant(row.askedAt, zone) },
    { title: 'Wanted by', value: (row) => (row.dueAt === null ? '' : sayFullInstant(row.dueAt, zone)) },
    { title: 'Reminders', value: (row) => row.reminded },
  ]
}
