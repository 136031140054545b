import { z } from 'zod'
import { backTo, sayDone, tickedIds } from '#core/list-asked.ts'
import type { Web } from '#platform/web/server.ts'
import { giveConcerns } from '../commands/give-concern.ts'
import { takeChosen } from '../commands/take-chosen.ts'
import { paths } from '../paths.ts'
import { toWhom } from './give-page.ts'

const body = z.object({ ids: tickedIds, do: z.enum(['take', 'csv', 'print', 'give']), to: toWhom, back: backTo })

/** What is done with the concerns that were ticked in the list. */
export async function chosenPage(app: Web): Promise<void> {
  app.post(
    paths.chosen.route,
    { schema: { body }, config: { audit: 'concern.list.chosen', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { ids, back, do: what } = request.body
      if (ids.length === 0)
        return reply.flash('No concern was ticked, so nothing was done').redirect(paths.list.to(back), 303)
      if (what === 'take') {
        const actor = request.person()
        const taken = await request.inTx((tx) => takeChosen(tx, actor, ids))
        const says = taken === 1 ? 'You have taken 1 concern' : `You have taken ${taken} concerns`
        return reply
          .flash(taken === ids.length ? says : `${says}. The others had been taken already`)
          .redirect(paths.list.to(back), 303)
      }
      if (what === 'give') {
        const actor = request.person()
        const personId = request.body.to
        if (personId === '')
          return reply.flash('No name was chosen, so nothing was done').redirect(paths.list.to(back), 303)
        const done = await request.inTx((tx) => giveConcerns(tx, actor, { ids, personId }))
        return reply.flash(sayGiven(done)).redirect(paths.list.to(back), 303)
      }
      const to = what === 'csv' ? paths.csv.to : paths.print.to
      return reply.redirect(to(`?ids=${ids.join(',')}`), 303)
    },
  )
}

function sayGiven({ given, refused }: { readonly given: number; readonly refused: number }): string {
  const says = given === 1 ? '1 concern given' : `${given} concerns given`
  return sayDone(
    says,
    refused,
    'settled, the person is named in it, or somebody may be in danger and it has to be taken first',
  )
}
