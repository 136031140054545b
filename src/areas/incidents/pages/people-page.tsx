import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { addCasePeople, knownPeople, readCase } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { readAddPerson } from '../forms.ts'
import { paths } from '../paths.ts'
import { PeopleView } from '../views/people-view.tsx'

const params = z.object({ id: z.uuid() })

/** Naming one more person in a case. */
export async function peoplePage(app: Web): Promise<void> {
  app.get(
    paths.people.route,
    { schema: { params }, config: { audit: 'incident.people.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.people.route,
    {
      schema: { params, body: z.looseObject({}) },
      config: { audit: 'incident.people.added', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      const form = readAddPerson(
        request.body,
        found.parts.map((part) => part.value),
        found.known,
      )
      const person = form.values
      if (hasErrors(form) || person === null) return reply.code(400).view(draw(found, form))
      const taken = await request.inTx((tx) => addCasePeople(tx, actor, { recordId: found.id, people: [person] }))
      if (!taken.ok) return reply.code(409).view(draw(found, { ...form, errors: { 'person-1': taken.says } }))
      return reply.flash('Added to the case').redirect(paths.show.to(found.id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, id: string) {
  const one = await readCase(tx, id)
  return {
    id,
    reference: one.reference,
    parts: (one.policy.pack.records[one.kind]?.parts ?? []).map((part) => ({
      value: part.id,
      text: textOf(part.says),
    })),
    known: await knownPeople(tx, one.schoolId),
  }
}

const draw = (found: PageFacts, form: Form<unknown>) => (
  <PeopleView
    id={found.id}
    reference={found.reference}
    parts={found.parts}
    known={found.known.map((person) => person.words)}
    typed={form.typed}
    errors={form.errors}
  />
)
