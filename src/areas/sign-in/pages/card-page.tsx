import { z } from 'zod'
import { sayInstant } from '#core/calendar/say-date.ts'
import { hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { CARRY_LIMIT, carried, readCarry } from '../carry.ts'
import { emptyCard, readCard, withFault } from '../forms.ts'
import { letIn, replaced } from '../let-in.ts'
import { paths } from '../paths.ts'
import { CardView } from '../views/card-view.tsx'

const text = z.string().max(200).catch('')
const body = z.object({ ...carried, classCode: text, cardCode: text })

/** Pupils sign in with the code of their class and their own card. */
export async function cardPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.card.route,
    {
      schema: { querystring: z.object({ next: carried.next }) },
      config: { audit: 'sign_in.card.viewed', access: 'visitor' },
    },
    (request, reply) => reply.view(<CardView form={emptyCard} carry={readCarry(request.query)} />),
  )
  app.post(
    paths.card.route,
    { schema: { body }, bodyLimit: CARRY_LIMIT, config: { audit: 'sign_in.card.sent', access: 'visitor' } },
    async (request, reply) => {
      const carry = readCarry(request.body)
      const form = readCard(request.body)
      const again = (status: number, name: string, says: string) =>
        reply.code(status).view(<CardView form={withFault(form, name, says)} carry={carry} />)
      if (hasErrors(form)) return reply.code(400).view(<CardView form={form} carry={carry} />)
      const answer = await parts.identity.signInWithCard({
        ...form.values,
        ...replaced(parts, request.headers.cookie),
      })
      if (answer.kind === 'signed-in') return letIn(parts, reply, answer.session, carry)
      if (answer.kind === 'wrong') return again(400, 'cardCode', say('en', 'sign_in.card.wrong'))
      return again(
        429,
        'cardCode',
        say('en', 'sign_in.too_many', { when: sayInstant(answer.retryAt, parts.clock.now()) }),
      )
    },
  )
}
