import { z } from 'zod'
import { emptyForm, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { CARRY_LIMIT, carried, readCarry } from '../carry.ts'
import { readLetter, withFault } from '../forms.ts'
import { letIn, replaced } from '../let-in.ts'
import { paths } from '../paths.ts'
import { LetterView } from '../views/letter-view.tsx'

const code = z.string().max(60).catch('')

/** Whoever was handed a letter signs in with its code, once. Looking at the page spends nothing. */
export async function letterPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.letter.route,
    {
      schema: { querystring: z.object({ next: carried.next, code }) },
      config: { audit: 'sign_in.letter.viewed', access: 'visitor' },
    },
    (request, reply) => {
      const form = emptyForm({ code: request.query.code })
      return reply.view(
        <LetterView
          form={{ ...form, typed: { code: request.query.code } }}
          carry={readCarry({ next: request.query.next })}
        />,
      )
    },
  )
  app.post(
    paths.letter.route,
    {
      schema: { body: z.object({ ...carried, code }) },
      bodyLimit: CARRY_LIMIT,
      config: { audit: 'sign_in.letter.sent', access: 'visitor' },
    },
    async (request, reply) => {
      const carry = readCarry(request.body)
      const form = readLetter(request.body)
      if (hasErrors(form)) return reply.code(400).view(<LetterView form={form} carry={carry} />)
      const answer = await parts.identity.signInWithLetter({
        ...form.values,
        ...replaced(parts, request.headers.cookie),
      })
      if (answer.kind === 'signed-in') return letIn(parts, reply, answer.session, carry)
      return reply
        .code(400)
        .view(<LetterView form={withFault(form, 'code', say('en', 'sign_in.letter.wrong'))} carry={carry} />)
    },
  )
}
