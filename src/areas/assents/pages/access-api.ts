import { z } from 'zod'
import type { Web } from '#platform/web/server.ts'
import { grantsOf } from '../grants.ts'
import { paths } from '../paths.ts'

const answer = z.object({
  person: z.uuid(),
  grants: z.array(
    z.object({
      grant: z.string(),
      open: z.boolean(),
      why: z.string(),
      says: z.string(),
      clause: z.string().nullable(),
    }),
  ),
})

/** The gate for other systems and for staff: what stands open to somebody, and why. */
export async function accessApi(app: Web): Promise<void> {
  app.get(
    paths.access.route,
    {
      schema: { params: z.object({ person: z.uuid() }), response: { 200: answer } },
      config: { audit: 'access.asked', access: ['staff'] },
    },
    async (request, reply) => {
      const { person } = request.params
      const grants = await request.inTx((tx) => grantsOf(tx, person))
      return reply.header('cache-control', 'no-store').send({
        person,
        grants: grants.map(({ grant, open, why, says, clause }) => ({ grant, open, why, says, clause })),
      })
    },
  )
}
