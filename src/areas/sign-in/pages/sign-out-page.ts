import { z } from 'zod'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'

const body = z.looseObject({})

/** Signing out here, or on every device. */
export async function signOutPage(app: Web, parts: Parts): Promise<void> {
  app.post(
    paths.signOut.route,
    { schema: { body }, config: { audit: 'sign_out', access: 'visitor' } },
    async (request, reply) => {
      const token = parts.identity.cookie.read(request.headers.cookie)
      if (token !== null) await parts.identity.signOut(token)
      return reply.header('set-cookie', parts.identity.cookie.clear()).redirect(paths.signIn.to(), 303)
    },
  )
  app.post(
    paths.signOutEverywhere.route,
    { schema: { body }, config: { audit: 'sign_out.everywhere', access: 'signed_in' } },
    async (request, reply) => {
      if (request.session !== null) await parts.identity.signOutEverywhere(request.session.userId)
      return reply.header('set-cookie', parts.identity.cookie.clear()).redirect(paths.signIn.to(), 303)
    },
  )
}
