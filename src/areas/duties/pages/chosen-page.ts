import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { chosenBody } from '../chosen.ts'
import { paths } from '../paths.ts'
import { missedRounds } from '../queries/missed-rounds.ts'
import { readDuty } from '../queries/one-duty.ts'

/** What is done with the duties that were ticked in the list of all. */
export async function chosenPage(app: Web): Promise<void> {
  app.post(
    paths.chosen.route,
    { schema: { body: chosenBody }, config: { audit: 'duty.list.chosen', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { ids, back, do: what } = request.body
      const [first] = ids
      if (first === undefined)
        return reply.flash('No duty was ticked, so nothing was done').redirect(paths.all.to(back), 303)
      const query = `?ids=${ids.join(',')}`
      if (what === 'csv') return reply.redirect(paths.csv.to(query), 303)
      if (what === 'print') return reply.redirect(paths.print.to(query), 303)
      if (await request.inTx((tx) => areRoundsOfOne(tx, first, ids)))
        return reply.redirect(paths.missed.to(first, query), 303)
      return reply
        .flash('Nothing was done: rounds are settled together when they are of one duty and past their date')
        .redirect(paths.all.to(back), 303)
    },
  )
}

async function areRoundsOfOne(tx: Tx, first: string, ids: readonly string[]): Promise<boolean> {
  const rounds = new Set((await missedRounds(tx, await readDuty(tx, first))).map((round) => round.id))
  return ids.every((id) => rounds.has(id))
}
