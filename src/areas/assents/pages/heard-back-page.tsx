import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Web } from '#platform/web/server.ts'
import { recordWithdrawal } from '../commands/record-withdrawal.ts'
import { paths } from '../paths.ts'
import type { HeardBack } from '../queries/read-take-back.ts'
import { readHeardBack } from '../queries/read-take-back.ts'
import { HeardBackView } from '../views/heard-back-view.tsx'

const params = z.object({ id: z.uuid() })

/** Entering that somebody took their answer back in a letter, or told a member of staff. */
export async function heardBackPage(app: Web): Promise<void> {
  app.get(
    paths.heardBack.route,
    { schema: { params }, config: { audit: 'agreement.heard_back.viewed', access: ['staff'] } },
    async (request, reply) => {
      const found = await open(request, request.params.id)
      return reply.view(draw(found, emptyForm(null, { items: found.purposes.map((one) => one.id) })))
    },
  )

  app.post(
    paths.heardBack.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'agreement.heard_back.sent', access: ['staff'] } },
    async (request, reply) => {
      const found = await open(request, request.params.id)
      const form = readHeard(request.body, found)
      const { signerId, saidOn, how, items, note } = form.values
      if (hasErrors(form) || signerId === null || saidOn === null || how === null)
        return reply.code(400).view(draw(found, form))
      await request.inTx((tx) =>
        recordWithdrawal(tx, request.person(), {
          requestId: found.request.id,
          signerId,
          saidOn,
          how,
          note,
          ...(items === null ? {} : { items }),
        }),
      )
      return reply
        .flash(say('en', 'agreement.heard.flash', { name: found.name }))
        .redirect(paths.person.to(found.request.aboutId), 303)
    },
  )
}

const open = (request: FastifyRequest, id: string): Promise<HeardBack> =>
  request.inTx((tx) => readHeardBack(tx, request.person(), id))

function readHeard(body: unknown, { people, purposes, written }: HeardBack) {
  const reader = new FormReader(body)
  const signerId = reader.choice(
    'signer',
    people.map((one) => one.id),
    say('en', 'agreement.heard.error.who'),
  )
  const saidOn = reader.date('said', 'the day on which they said so')
  const how = written ? 'written' : reader.choice('how', ['written', 'spoken'], say('en', 'agreement.heard.error.how'))
  const note = reader.text('note', { max: 2000 })
  const chosen = reader.choices(
    'items',
    purposes.map((one) => one.id),
  )
  if (purposes.length > 1 && chosen.length === 0) reader.fault('items', say('en', 'agreement.back.error'))
  // Everything that is there is all of it, whatever one of several gave.
  const some = purposes.length > 1 && chosen.length < purposes.length
  return reader.done({ signerId, saidOn, how, note, items: some ? chosen : null })
}

const draw = (found: HeardBack, form: Form<unknown>) => (
  <HeardBackView {...found} aboutId={found.request.aboutId} form={form} />
)
