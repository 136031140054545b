import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Web } from '#platform/web/server.ts'
import { giveAgain } from '../commands/give-again.ts'
import { withdrawAgreement } from '../commands/withdraw-agreement.ts'
import { paths } from '../paths.ts'
import type { OpenTakeBack, Purpose } from '../queries/read-take-back.ts'
import { readTakeBack } from '../queries/read-take-back.ts'
import type { Takeable } from '../taking-back.ts'
import { TakeBackView } from '../views/take-back-view.tsx'
import { audienceOf } from './mine-props.ts'

const params = z.object({ id: z.uuid() })

/** Taking back what one gave, or saying no to what others gave for oneself; and saying yes again to the latter. */
export async function takeBackPage(app: Web): Promise<void> {
  app.get(
    paths.takeBack.route,
    { schema: { params }, config: { audit: 'agreement.back.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const opened = await open(request, request.params.id)
      // Whoever is asked says yes again where they said it first.
      if (opened.takeable.back && opened.isAsked) return reply.redirect(paths.sign.to(request.params.id), 303)
      return reply.view(draw(request, opened, emptyForm(null, { items: opened.purposes.map((one) => one.id) })))
    },
  )

  app.post(
    paths.takeBack.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'agreement.back.sent', access: 'signed_in' } },
    async (request, reply) => {
      const { id } = request.params
      const opened = await open(request, id)
      const form = readTaken(request.body, opened.purposes)
      if (!form.values.again && hasErrors(form)) return reply.code(400).view(draw(request, opened, form))
      const { again, items, reason } = form.values
      await request.inTx((tx) =>
        again
          ? giveAgain(tx, request.person(), id)
          : withdrawAgreement(tx, request.person(), { requestId: id, reason, ...(items === null ? {} : { items }) }),
      )
      return reply
        .flash(say('en', again ? 'agreement.back.flash_again' : flashOf(opened, items)))
        .redirect(paths.mine.to('?see=given'), 303)
    },
  )
}

const open = (request: FastifyRequest, id: string): Promise<OpenTakeBack> =>
  request.inTx((tx) => readTakeBack(tx, request.person(), id))

/** Reads what is taken back; with one use, or none of its own, it is all of it. */
function readTaken(body: unknown, purposes: readonly Purpose[]) {
  const reader = new FormReader(body)
  const again = reader.ticked('again')
  const reason = reader.text('reason', { max: 2000 })
  const chosen = reader.choices(
    'items',
    purposes.map((one) => one.id),
  )
  if (purposes.length > 1 && chosen.length === 0) reader.fault('items', say('en', 'agreement.back.error'))
  return reader.done({ again, reason, items: purposes.length > 1 ? chosen : null })
}

const flashOf = ({ purposes }: OpenTakeBack, items: readonly string[] | null) =>
  items !== null && items.length < purposes.length ? 'agreement.back.flash_part' : 'agreement.back.flash'

function beforeOf({ as, back, ownYes }: Takeable) {
  if (back) return 'back'
  if (ownYes) return 'own_yes'
  return as === 'parent' ? 'unsaid' : 'others'
}

const draw = (request: FastifyRequest, opened: OpenTakeBack, form: Form<unknown>) => (
  <TakeBackView
    {...opened}
    requestId={opened.request.id}
    before={beforeOf(opened.takeable)}
    parent={opened.takeable.as === 'parent'}
    audience={audienceOf(request.person(), opened.self ? opened.year : null)}
    said={
      opened.takeable.at === null ? null : sayFullDate(opened.takeable.at.toZonedDateTimeISO(opened.zone).toPlainDate())
    }
    pupil={opened.self && request.person().audience === 'pupil'}
    form={form}
  />
)
