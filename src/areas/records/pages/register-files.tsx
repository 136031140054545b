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
import type { RecordFilter } from '../queries/list-records.ts'
import { namesOf } from '../queries/read-case.ts'
import { readRegister } from '../read-register.ts'
import { type RegisterColumn, sayState } from '../register-columns.ts'
import { entryHome, paths } from '../register-paths.ts'
import { filterOf, registerParams, registerQuery, usualRegister } from '../register-query.ts'

const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2000
const schema = { params: registerParams, querystring: registerQuery }
const { access } = entryHome

/** A register as a file and on paper. */
export function registerFiles(app: Web, parts: Parts): void {
  app.get(paths.csv.route, { schema, config: { audit: 'register.exported', access } }, async (request, reply) => {
    const { kind } = request.params
    const found = await request.inTx((tx) =>
      readWhole(tx, request.person(), filterOf(kind, request.query, MOST_EXPORTED), 'csv'),
    )
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${kind.replaceAll('_', '-')}.csv"`)
      .send(csvText(allColumns(found.columns, found.zone), found.rows, cutOf(found, MOST_EXPORTED)))
  })

  app.get(paths.print.route, { schema, config: { audit: 'register.printed', access } }, async (request, reply) => {
    const { params, query } = request
    const me = request.person()
    const found = await request.inTx(async (tx) => ({
      ...(await readWhole(tx, me, filterOf(params.kind, query, MOST_PRINTED), 'print')),
      by: (await namesOf(tx, [me.personId])).get(me.personId) ?? '',
    }))
    const columns = allColumns(found.columns, found.zone)
    const cut = cutOf(found, MOST_PRINTED)
    const counted = sayCount({
      things,
      page: 1,
      size: MOST_PRINTED,
      total: found.rows.length,
      found: false,
    })
    const back = queryText({ view: query.view, words: query.words, sort: query.sort }, usualRegister)
    return reply.view(
      <PrintedList
        title={found.says}
        back={{ href: paths.list.to(params.kind, back), text: found.says }}
        lede={`${counted}. Printed ${sayFullInstant(parts.clock.now(), found.zone)} by ${found.by}.${cut === null ? '' : ` ${cut}`}`}
        wide
        sheets={[
          {
            columns: columns.map((column) => ({ says: column.title })),
            rows: found.rows.map((row) => columns.map((column) => column.value(row))),
          },
        ]}
      />,
    )
  })
}

const things = { one: 'entry', many: 'entries' }

const cutOf = ({ rows, search }: Awaited<ReturnType<typeof readWhole>>, most: number): string | null =>
  sayCut({ things: things.many, count: rows.length, most, ...(search ?? { more: false }) })

const allColumns = (own: readonly RegisterColumn[], zone: string): RegisterColumn[] => [
  { title: 'Entry', value: (row) => row.reference },
  ...own,
  { title: 'Standing', value: sayState },
  { title: 'Opened', value: (row) => sayFullInstant(row.openedAt, zone) },
  { title: 'Closed', value: (row) => (row.closedAt === null ? '' : sayFullInstant(row.closedAt, zone)) },
]

/** What leaves the software is a look as much as opening an entry. */
async function readWhole(tx: Tx, actor: PersonActor, filter: RecordFilter, way: 'csv' | 'print') {
  const found = await readRegister(tx, actor, { ...filter, page: 1 })
  recordLook(tx, {
    code: `${filter.kind}.exported`,
    details: { way, count: found.rows.length, view: filter.view },
  })
  return found
}
