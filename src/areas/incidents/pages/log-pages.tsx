import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { listRecords, namesOf, searchRecords } from '#areas/records/index.ts'
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
import { sayKind } from '../kinds.ts'
import { caseColumns, packColumns, standingColumns } from '../log-columns.ts'
import type { LogQuery } from '../log-query.ts'
import { filterOf, logQuery, usualLog } from '../log-query.ts'
import { paths } from '../paths.ts'

const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2000
const access = ['staff', 'governor'] as const

/** The log as a file and on paper: the policy's own columns. */
export async function logPages(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.csv.route,
    { schema: { querystring: logQuery }, config: { audit: 'incident.list.exported', access } },
    async (request, reply) => {
      const { policy, zone, rows, cut } = await request.inTx((tx) => readLog(tx, request.query, 'csv', MOST_EXPORTED))
      const columns = [...caseColumns, ...packColumns(policy, zone), ...standingColumns(policy, zone)]
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="incident-log.csv"')
        .send(csvText(columns, rows, cut))
    },
  )

  app.get(
    paths.print.route,
    { schema: { querystring: logQuery }, config: { audit: 'incident.list.printed', access } },
    async (request, reply) => {
      const { query } = request
      const me = request.person().personId
      const found = await request.inTx(async (tx) => ({
        ...(await readLog(tx, query, 'print', MOST_PRINTED)),
        by: (await namesOf(tx, [me])).get(me) ?? '',
      }))
      const { policy, zone, rows, cut } = found
      const columns = [...caseColumns, ...packColumns(policy, zone)]
      const counted = sayCount({ things, page: 1, size: MOST_PRINTED, total: rows.length, found: false })
      return reply.view(
        <PrintedList
          title={textOf(policy.pack.records.incident?.plural ?? 'Incident log')}
          back={{ href: paths.list.to(queryText({ ...query, ids: '', page: '' }, usualLog)), text: 'Incidents' }}
          lede={[
            `${[counted, ...narrowedBy(query, sayKind(policy, query.category || null))].join(', ')}.`,
            cut,
            `Printed ${sayFullInstant(parts.clock.now(), zone)} by ${found.by}.`,
          ]
            .filter(Boolean)
            .join(' ')}
          keep="It has names in it: keep it locked away, and shred it when it is no longer needed."
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

const things = { one: 'case', many: 'cases' }

/** Names leave the software with it, so it is a look as much as opening a case. */
async function readLog(tx: Tx, query: LogQuery, way: 'csv' | 'print', most: number) {
  const search = query.words === '' ? null : await searchRecords(tx, 'incident', query.words)
  const rows = await listRecords(tx, { ...filterOf(query, most), found: search?.ids, page: 1 })
  recordLook(tx, {
    code: 'incident.exported',
    details: { way, count: rows.length, view: query.view, chosen: query.ids !== '' },
  })
  const cut = sayCut({ things: things.many, count: rows.length, most, ...(search ?? { more: false }) })
  return { cut, policy: await policyInForce(tx), zone: (await readSettings(tx)).zone, rows }
}

const VIEWS = {
  all: '',
  unread: 'not read yet',
  open: 'open',
  mine: 'given to whoever printed this',
  nobodys: 'open and given to nobody',
  late: 'with a step that is late',
  closed: 'closed',
} as const

const narrowedBy = (query: LogQuery, kind: string): string[] =>
  [
    VIEWS[query.view],
    kind,
    query.words === '' ? '' : `with “${query.words}”`,
    query.from === '' ? '' : `since ${query.from}`,
  ].filter((words) => words !== '')
