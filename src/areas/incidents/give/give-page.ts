import { z } from 'zod'
import { giveRecord, mayRead } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentHome } from '../home.ts'
import { paths } from '../paths.ts'

/** To whom something is given: somebody, nobody in particular, or no choice yet. */
export const toWhom = z.union([z.uuid(), z.enum(['nobody', ''])]).catch('')

/** Gives one case to somebody. */
export async function givePage(app: Web): Promise<void> {
  app.post(
    paths.give.route,
    {
      schema: { params: z.object({ id: z.uuid() }), body: z.object({ to: toWhom.default('') }) },
      config: { audit: 'incident.given', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const { to } = request.body
      // Nobody finds out by an empty form that a case exists.
      if (!(await request.inTx((tx) => mayRead(tx, id)))) throw new NotFound('record.missing')
      if (to === '') return reply.flash('No name was chosen, so nothing was done').redirect(paths.show.to(id), 303)
      const personId = to === 'nobody' ? null : to
      const actor = request.person()
      await request.inTx((tx) => giveRecord(tx, actor, { kind: 'incident', home: incidentHome, id, personId }))
      return reply
        .flash(personId === null ? 'Nobody in particular has it now' : 'They have it now, and were told')
        .redirect(paths.show.to(id), 303)
    },
  )
}
