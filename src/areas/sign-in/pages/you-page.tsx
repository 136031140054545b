import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BadInput } from '#core/errors.ts'
import { isOnePersons } from '#platform/identity/change-place.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { sayPasswordRules } from '../password-rules.ts'
import { paths } from '../paths.ts'
import { aboutMe, loginOf, otherPlaces } from '../queries/about-me.ts'
import { YouView } from '../views/you-view.tsx'
import { asksCurrent, changePassword, readNewPassword, rulesFor } from './change-password.ts'

const text = z.string().max(1000).catch('')

/** Who somebody is here; changing password and place. */
export async function youPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.you.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'you.viewed', access: 'signed_in' } },
    (request, reply) => showYou(parts, request, reply, {}),
  )
  app.post(
    paths.yourPassword.route,
    {
      schema: { body: z.object({ currentPassword: text, newPassword: text }) },
      config: { audit: 'you.password.sent', access: ['staff', 'governor', 'visitor'], limit: 20 },
    },
    async (request, reply) => {
      const current = await asksCurrent(parts, request)
      const rules = await rulesFor(request)
      const typed = readNewPassword(request.body, current, rules)
      const outcome = 'errors' in typed ? typed : await changePassword(parts, request, typed, current, rules)
      if ('errors' in outcome) return showYou(parts, request, reply.code(outcome.status), outcome.errors)
      if (outcome.setCookie !== null) reply.header('set-cookie', outcome.setCookie)
      return reply.flash('Your password is changed.').redirect(paths.you.to(), 303)
    },
  )
  app.post(
    paths.yourPlace.route,
    {
      schema: { body: z.object({ place: z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/) }) },
      config: { audit: 'you.place.sent', access: 'signed_in' },
    },
    async (request, reply) => {
      const [organisationId = '', personId = ''] = request.body.place.split(' ')
      const session = await parts.identity.sessionOf(request.headers.cookie)
      if (session === null) throw new BadInput('session.gone')
      await parts.identity.changePlace(session, { organisationId, personId })
      return reply.redirect(paths.home.to(), 303)
    },
  )
}

async function showYou(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  const person = request.person()
  const userId = request.session?.userId ?? ''
  const me = await request.inTx((tx) => aboutMe(tx, person))
  const login = await loginOf(parts.db, userId)
  const session = await parts.identity.sessionOf(request.headers.cookie)
  const mayChange = session !== null && !isOnePersons(session.method)
  const mayChoose = login !== null && ['staff', 'governor', 'visitor'].includes(person.audience)
  return reply.view(
    <YouView
      me={me}
      login={login}
      password={
        mayChoose
          ? { asksCurrent: await asksCurrent(parts, request), hint: sayPasswordRules(await rulesFor(request)) }
          : null
      }
      places={mayChange ? await otherPlaces(parts.db, parts.identity, userId, person) : []}
      errors={errors}
    />,
  )
}
