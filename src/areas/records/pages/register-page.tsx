import { writeSort } from '#core/sort.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { usualOrder } from '../queries/list-order.ts'
import { countRecords, MOST_COUNTED, recordViews } from '../queries/list-records.ts'
import { readRegister } from '../read-register.ts'
import { entryHome, paths } from '../register-paths.ts'
import { filterOf, registerParams, registerQuery } from '../register-query.ts'
import { RegisterView } from '../views/register-view.tsx'

const SIZE = 50

/** One register: its entries with the columns that the policy gives it. */
export function registerPage(app: Web, parts: Parts): void {
  app.get(
    paths.list.route,
    {
      schema: { params: registerParams, querystring: registerQuery },
      config: { audit: 'register.viewed', access: entryHome.access },
    },
    async (request, reply) => {
      const { kind } = request.params
      const filter = filterOf(kind, request.query, SIZE)
      const { found, counts } = await request.inTx(async (tx) => {
        const found = await readRegister(tx, request.person(), filter)
        const counts = new Map<string, number>()
        for (const view of recordViews)
          counts.set(view, await countRecords(tx, { ...filter, found: found.search?.ids, view }))
        return { found, counts }
      })
      return reply.view(
        <RegisterView
          kind={kind}
          says={found.says}
          one={found.one}
          clauses={found.clauses}
          mayOpen={found.mayOpen}
          columns={found.columns.map((column) => column.title)}
          rows={found.rows.map((row) => ({ ...row, cells: found.columns.map((column) => column.value(row)) }))}
          counts={counts}
          alike={found.search?.alike ?? false}
          more={found.search?.more ?? false}
          query={{ view: filter.view, words: filter.words, sort: writeSort(filter.sort ?? usualOrder) }}
          page={filter.page}
          size={SIZE}
          most={MOST_COUNTED}
          now={parts.clock.now()}
          zone={found.zone}
        />,
      )
    },
  )
}
