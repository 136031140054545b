import { z } from 'zod'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { letIn, replaced } from '../let-in.ts'
import { paths } from '../paths.ts'
import { LinkOverView, LinkView } from '../views/link-view.tsx'

const token = z.string().max(200).catch('')

/** Where a mailed link leads. Looking at it changes nothing; pressing the button signs in. */
export async function linkPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.link.route,
    {
      schema: { querystring: z.object({ token }) },
      config: { audit: 'sign_in.link.viewed', access: 'visitor' },
    },
    (request, reply) =>
      request.query.token === ''
        ? reply.code(400).view(<LinkOverView />)
        : reply.view(<LinkView token={request.query.token} />),
  )
  app.post(
    paths.link.route,
    { schema: { body: z.object({ token }) }, config: { audit: 'sign_in.link.sent', access: 'visitor' } },
    async (request, reply) => {
      const answer = await parts.identity.finishMagicLink(request.body.token, replaced(parts, request.headers.cookie))
      if (answer.kind !== 'signed-in') return reply.code(400).view(<LinkOverView />)
      return letIn(parts, reply, answer.session, { next: null, kept: null })
    },
  )
}
