import { readSettings } from '#areas/policy/index.ts'
import { addressesOf, FollowingStanding } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { ListOf, ListView as View } from '../list-of.ts'
import { isIn } from '../list-of.ts'
import { linesFor, listQuery } from '../list-query.ts'
import { mayTake } from '../may-take.ts'
import { paths } from '../paths.ts'
import { readLines } from '../queries/read-lines.ts'
import { ListView } from '../views/list-view.tsx'

/** The list of actions, or of exceptions. */
export function listPage(app: Web, of: ListOf): void {
  app.get(
    paths[of].list.route,
    { schema: { querystring: listQuery }, config: { audit: `${of}.list.viewed`, access: ['staff', 'governor'] } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx(async (tx) => ({
        ...(await readList(tx, of)),
        begins: of === 'exception' ? actor.audience === 'staff' : (await mayTake(tx, actor)).length > 0,
      }))
      const count = (view: View) => found.lines.filter((line) => isIn(view, line)).length
      return reply.view(
        <ListView
          of={of}
          rows={linesFor(found.lines, request.query).map((line) => ({
            ...line,
            href: addressesOf(line.kind).show.to(line.id),
            caseHref: line.caseId === null ? null : addressesOf('incident').show.to(line.caseId),
            standing: <FollowingStanding line={{ ...line, until: null }} now={found.now} zone={found.zone} />,
          }))}
          counts={{ in_force: count('in_force'), waiting: count('waiting'), over: count('over'), all: count('all') }}
          query={request.query}
          begin={found.begins ? BEGIN[of] : null}
          now={found.now}
          zone={found.zone}
        />,
      )
    },
  )
}

const BEGIN = {
  action: { href: paths.take.to(), text: 'Take an action' },
  exception: { href: paths.choose.to(), text: 'Ask for an exception' },
} as const

/** Everything that a list needs. */
export async function readList(tx: Tx, of: ListOf) {
  const { zone } = await readSettings(tx)
  return { lines: await readLines(tx, of), now: nowIn(tx), zone }
}
