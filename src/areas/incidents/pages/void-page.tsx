import { z } from 'zod'
import { mayVoid, partiesOf, readCase, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { readReason } from '../forms.ts'
import { paths } from '../paths.ts'
import { ReasonView } from '../views/reason-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

const voiding = {
  title: 'Void the case',
  lede: 'For a case that should never have been one. It stays in the log as void, with everything in it and your reason. Nothing is deleted.',
  question: 'Why does it hold no longer?',
  button: 'Void the case',
}

/** Voiding a case with a reason, for those who handle cases. */
export async function voidPage(app: Web): Promise<void> {
  app.get(
    paths.void.route,
    { schema: { params }, config: { audit: 'incident.void.viewed', access } },
    async (request, reply) => {
      const one = await request.inTx((tx) => readVoidable(tx, request.person(), request.params.id))
      return reply.view(<ReasonView id={one.id} reference={one.reference} {...voiding} {...emptyForm(null)} />)
    },
  )
  app.post(
    paths.void.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'incident.void.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const one = await request.inTx((tx) => readVoidable(tx, actor, request.params.id))
      const form = readReason(request.body, 'Say why it holds no longer')
      if (hasErrors(form))
        return reply.code(400).view(<ReasonView id={one.id} reference={one.reference} {...voiding} {...form} />)
      await request.inTx((tx) => voidRecord(tx, actor, { recordId: one.id, reason: form.values.reason }))
      return reply.flash('The case is void. It stays in the log.').redirect(paths.show.to(one.id), 303)
    },
  )
}

async function readVoidable(tx: Tx, actor: PersonActor, id: string) {
  const one = await readCase(tx, id)
  const parties = await partiesOf(tx, one.policy.pack, actor.personId, one.circle)
  if (!mayVoid(one.policy.pack, one.kind, parties)) throw new Forbidden('incident.void')
  return one
}
