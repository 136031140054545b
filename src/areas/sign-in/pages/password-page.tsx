import { z } from 'zod'
import { sayInstant } from '#core/calendar/say-date.ts'
import { hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { CARRY_LIMIT, carried, readCarry } from '../carry.ts'
import { emptyPassword, readPassword, withFault } from '../forms.ts'
import { letIn, replaced } from '../let-in.ts'
import { paths } from '../paths.ts'
import { PasswordView } from '../views/password-view.tsx'

const text = z.string().max(1000).catch('')
const body = z.object({ ...carried, login: text, password: text })

/** Staff, governors and visitors sign in with an address and a password. */
export async function passwordPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.password.route,
    {
      schema: { querystring: z.object({ next: carried.next }) },
      config: { audit: 'sign_in.password.viewed', access: 'visitor' },
    },
    (request, reply) => reply.view(<PasswordView form={emptyPassword} carry={readCarry(request.query)} />),
  )
  app.post(
    paths.password.route,
    { schema: { body }, bodyLimit: CARRY_LIMIT, config: { audit: 'sign_in.password.sent', access: 'visitor' } },
    async (request, reply) => {
      const carry = readCarry(request.body)
      const form = readPassword(request.body)
      const again = (status: number, name: string, says: string) =>
        reply.code(status).view(<PasswordView form={withFault(form, name, says)} carry={carry} />)
      if (hasErrors(form)) return reply.code(400).view(<PasswordView form={form} carry={carry} />)
      const answer = await parts.identity.signInWithPassword({
        ...form.values,
        ...replaced(parts, request.headers.cookie),
      })
      if (answer.kind === 'signed-in') return letIn(parts, reply, answer.session, carry)
      if (answer.kind === 'wrong') return again(400, 'password', say('en', 'sign_in.password.wrong'))
      const when = sayInstant(answer.retryAt, parts.clock.now())
      return again(429, 'password', say('en', 'sign_in.too_many.link', { when }))
    },
  )
}
