import { z } from 'zod'
import type { Audience } from '#core/actor.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'

// Each lands on their own work.
const HOMES: Readonly<Record<Audience, string>> = {
  staff: '/duties',
  governor: '/policy/board',
  pupil: '/agreements/mine',
  parent: '/agreements/mine',
  visitor: '/agreements/mine',
}

/** The first page: one's own work, or the way to sign in. */
export async function homePage(app: Web): Promise<void> {
  app.get(
    paths.home.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'home.viewed', access: 'visitor' } },
    async (request, reply) =>
      reply.redirect(request.session === null ? paths.signIn.to() : HOMES[request.session.actor.audience], 303),
  )
}
