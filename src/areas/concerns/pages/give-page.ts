import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import type { Web } from '#platform/web/server.ts'
import { giveConcern } from '../commands/give-concern.ts'
import { paths } from '../paths.ts'
import { maySee } from '../queries/read-concern.ts'

/** To whom something is given; empty where no name was chosen. */
export const toWhom = z
  .union([z.uuid(), z.literal('')])
  .catch('')
  .default('')

/** Gives one concern to somebody who looks after concerns. */
export async function givePage(app: Web): Promise<void> {
  app.post(
    paths.give.route,
    {
      schema: { params: z.object({ id: z.uuid() }), body: z.object({ to: toWhom }) },
      config: { audit: 'concern.given', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const { to } = request.body
      const actor = request.person()
      // Nobody finds out by an empty form that a concern exists.
      if (!(await request.inTx((tx) => maySee(tx, id)))) throw new NotFound('concern.missing')
      if (to === '') return reply.flash('No name was chosen, so nothing was done').redirect(paths.show.to(id), 303)
      await request.inTx((tx) => giveConcern(tx, actor, id, to))
      return reply.flash('They have it now, and were told').redirect(paths.show.to(id), 303)
    },
  )
}
