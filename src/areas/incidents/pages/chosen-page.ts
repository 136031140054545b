import { z } from 'zod'
import { giveRecords, markSeen } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { backTo, sayDone, tickedIds } from '#core/list-asked.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { toWhom } from '../give/give-page.ts'
import { incidentHome } from '../home.ts'
import { paths } from '../paths.ts'

const body = z.object({
  ids: tickedIds,
  do: z.enum(['read', 'csv', 'print', 'give']),
  to: toWhom.default(''),
  back: backTo,
})

/** What is done with the cases that were ticked in the log. */
export async function chosenPage(app: Web): Promise<void> {
  app.post(
    paths.chosen.route,
    { schema: { body }, config: { audit: 'incident.list.chosen', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { ids, back, do: what } = request.body
      if (ids.length === 0)
        return reply.flash('No case was ticked, so nothing was done').redirect(paths.list.to(back), 303)
      if (what === 'give') {
        const actor = request.person()
        const says = await request.inTx((tx) => give(tx, actor, ids, request.body.to))
        return reply.flash(says).redirect(paths.list.to(back), 303)
      }
      if (what !== 'read') {
        const to = what === 'csv' ? paths.csv.to : paths.print.to
        return reply.redirect(to(`?ids=${ids.join(',')}`), 303)
      }
      const seen = await request.inTx((tx) => markSeen(tx, ids))
      return reply
        .flash(`${seen === 1 ? '1 case is' : `${seen} cases are`} marked as read`)
        .redirect(paths.list.to(back), 303)
    },
  )
}

async function give(tx: Tx, actor: PersonActor, ids: readonly string[], to: string): Promise<string> {
  if (to === '') return 'No name was chosen, so nothing was done'
  const personId = to === 'nobody' ? null : to
  const { given, refused } = await giveRecords(tx, actor, { kind: 'incident', home: incidentHome, ids, personId })
  const says = `${given === 1 ? '1 case' : `${given} cases`} given${personId === null ? ' back' : ''}`
  return sayDone(says, refused, 'closed, not yours to give, or the person is in it')
}
