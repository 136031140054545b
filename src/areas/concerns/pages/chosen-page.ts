import { z } from 'zod'
import type { Web } from '#platform/web/server.ts'
import { takeChosen } from '../commands/take-chosen.ts'
import { paths } from '../paths.ts'

const body = z.object({
  ids: z
    .union([z.uuid(), z.array(z.uuid()).max(100)])
    .optional()
    .transform((ids) => [ids ?? []].flat()),
  do: z.enum(['take', 'csv', 'print']),
  back: z
    .string()
    .regex(/^(\?[\w%=&.*+-]{0,2400})?$/)
    .catch(''),
})

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
      const to = what === 'csv' ? paths.csv.to : paths.print.to
      return reply.redirect(to(`?ids=${ids.join(',')}`), 303)
    },
  )
}
