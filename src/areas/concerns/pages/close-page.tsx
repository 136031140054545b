import { z } from 'zod'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { closeConcern } from '../commands/close-concern.ts'
import { takeUpAgain } from '../commands/take-up-again.ts'
import { readClose } from '../forms.ts'
import { paths } from '../paths.ts'
import { endingWith } from '../queries/joined.ts'
import { readConcern } from '../queries/read-concern.ts'
import { CloseView } from '../views/close-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** Closing a concern: the reason for the file, and the answer for whoever wants one. */
export async function closePage(app: Web): Promise<void> {
  app.get(
    paths.close.route,
    { schema: { params }, config: { audit: 'concern.close.viewed', access } },
    async (request, reply) => {
      const concern = await request.inTx((tx) => readToClose(tx, request.params.id))
      return reply.view(<CloseView concern={concern} {...emptyForm(null)} />)
    },
  )

  app.post(
    paths.close.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'concern.close.sent', access } },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const concern = await request.inTx((tx) => readToClose(tx, id))
      const form = readClose(request.body, concern.wantsAnswer)
      if (hasErrors(form)) return reply.code(400).view(<CloseView concern={concern} {...form} />)
      await request.inTx((tx) => closeConcern(tx, actor, { concernId: id, ...form.values }))
      return reply.flash('Closed').redirect(paths.list.to(), 303)
    },
  )

  app.post(
    paths.again.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'concern.taken_up_again', access } },
    async (request, reply) => {
      const { id } = request.params
      await request.inTx((tx) => takeUpAgain(tx, request.person(), id))
      return reply.flash('It is open again, and yours').redirect(paths.show.to(id), 303)
    },
  )
}

// What is dealt with together is answered together: one of them who waits for an answer is enough.
async function readToClose(tx: Tx, id: string) {
  const concern = await readConcern(tx, id)
  const joined = await endingWith(tx, concern)
  return { ...concern, wantsAnswer: concern.wantsAnswer || joined.some((one) => one.wantsAnswer) }
}
