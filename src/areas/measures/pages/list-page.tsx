import type { Web } from '#platform/web/server.ts'
import { isIn, linesFor, listQuery } from '../list-query.ts'
import { paths } from '../paths.ts'
import { ListView } from '../views/list-view.tsx'
import { readList } from './read-list.ts'

/** Every measure of the policy, who holds it and how it stands. */
export function listPage(app: Web): void {
  app.get(
    paths.list.route,
    {
      schema: { querystring: listQuery },
      config: { audit: 'measure.list.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const { lines, now, zone } = await request.inTx(readList)
      const count = (view: Parameters<typeof isIn>[0]) => lines.filter((line) => isIn(view, line)).length
      return reply.view(
        <ListView
          rows={linesFor(lines, request.query)}
          counts={{ all: lines.length, waiting: count('waiting'), broken: count('broken'), kept: count('kept') }}
          query={request.query}
          now={now}
          zone={zone}
        />,
      )
    },
  )
}
