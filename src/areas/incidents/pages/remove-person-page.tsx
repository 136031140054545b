import { z } from 'zod'
import { readCase, removeCasePerson } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { readReason } from '../forms.ts'
import { paths } from '../paths.ts'
import { sayPart } from '../say-steps.ts'
import { ReasonView } from '../views/reason-view.tsx'

const params = z.object({ id: z.uuid(), person: z.uuid() })
const access = ['staff', 'governor'] as const

/** Taking somebody out of a case who was named by mistake. */
export async function removePersonPage(app: Web): Promise<void> {
  app.get(
    paths.removePerson.route,
    { schema: { params }, config: { audit: 'incident.person.remove_viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params))
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.removePerson.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'incident.person.removed', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, request.params))
      const form = readReason(request.body, 'Say why this person is taken out')
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const { personId, part, name } = found.person
      const person = { part, personId, described: personId === null ? name : null }
      const taken = await request.inTx((tx) =>
        removeCasePerson(tx, actor, { recordId: found.one.id, person, reason: form.values.reason }),
      )
      if (!taken.ok) return reply.code(409).view(draw(found, { ...form, errors: { reason: taken.says } }))
      return reply
        .flash('Taken out of the case. What was recorded can still be seen.')
        .redirect(paths.show.to(found.one.id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, asked: { id: string; person: string }) {
  const one = await readCase(tx, asked.id)
  const person = one.people.find((candidate) => candidate.id === asked.person)
  if (person === undefined || one.state !== 'open') throw new NotFound('record.person.missing')
  return { one, person }
}

const draw = ({ one, person }: PageFacts, form: Form<unknown>) => (
  <ReasonView
    id={one.id}
    reference={one.reference}
    title={`Take ${person.name} out of the case`}
    lede={`They are in it as: ${sayPart(one.policy, person.part)}. Their branch of the chart is left. What was recorded in it stays in the case.`}
    question="Why were they named by mistake?"
    button="Take them out"
    typed={form.typed}
    errors={form.errors}
  />
)
