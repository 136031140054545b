import { z } from 'zod'
import { mailIsLate } from '#areas/notices/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { CARRY_LIMIT, carried, readCarry } from '../carry.ts'
import { emptyMail, readMail, withFault } from '../forms.ts'
import { paths } from '../paths.ts'
import { MailSentView, MailView } from '../views/mail-view.tsx'

const body = z.object({ ...carried, address: z.string().max(1000).catch('') })

/** Parents ask for a link by mail. The answer is the same whether the school knows the address or not. */
export async function mailPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.mail.route,
    {
      schema: { querystring: z.object({ next: carried.next }) },
      config: { audit: 'sign_in.mail.viewed', access: 'visitor' },
    },
    (request, reply) => reply.view(<MailView form={emptyMail} carry={readCarry(request.query)} />),
  )
  app.post(
    paths.mail.route,
    { schema: { body }, bodyLimit: CARRY_LIMIT, config: { audit: 'sign_in.mail.sent', access: 'visitor' } },
    async (request, reply) => {
      const carry = readCarry(request.body)
      const form = readMail(request.body)
      if (hasErrors(form)) return reply.code(400).view(<MailView form={form} carry={carry} />)
      const answer = await parts.identity.startMagicLink(form.values.address)
      if (answer.kind === 'sent-if-known')
        return reply.view(<MailSentView address={form.values.address} late={await mailIsLate(parts)} carry={carry} />)
      const says = say('en', 'sign_in.too_many', { when: sayInstant(answer.retryAt, parts.clock.now()) })
      return reply.code(429).view(<MailView form={withFault(form, 'address', says)} carry={carry} />)
    },
  )
}
