import { z } from 'zod'
import { markSeen } from '#areas/records/index.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'

const body = z.object({
  ids: z
    .union([z.uuid(), z.array(z.uuid()).max(100)])
    .optional()
    .transform((ids) => [ids ?? []].flat()),
  do: z.enum(['read', 'csv', 'print']),
  back: z
    .string()
    .regex(/^(\?[\w%=&.*+-]{0,2400})?$/)
    .catch(''),
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
