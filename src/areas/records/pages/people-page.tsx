import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { addCasePeople } from '../commands/change-case.ts'
import { readAddPerson } from '../forms/read-person.ts'
import type { RecordHome } from '../home.ts'
import { assertAlters } from '../queries/for-step-only.ts'
import { knownPeople } from '../queries/known-people.ts'
import { readCaseIn } from '../queries/read-case.ts'
import { PeopleView } from '../views/people-view.tsx'

const params = z.object({ id: z.uuid() })

/** Naming one more person in a case. */
export function peoplePage(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.people.route,
    { schema: { params }, config: { audit: `${home.audit}.people.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), home, request.params.id))
      return reply.view(draw(home, found, emptyForm(null)))
    },
  )

  app.post(
    paths.people.route,
    {
      schema: { params, body: z.looseObject({}) },
      config: { audit: `${home.audit}.people.added`, access },
    },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, actor, home, request.params.id))
      const form = readAddPerson(
        request.body,
        found.parts.map((part) => part.value),
        found.known,
      )
      const person = form.values
      if (hasErrors(form) || person === null) return reply.code(400).view(draw(home, found, form))
      const taken = await request.inTx((tx) => addCasePeople(tx, actor, { recordId: found.id, people: [person] }))
      if (!taken.ok) return reply.code(409).view(draw(home, found, { ...form, errors: { 'person-1': taken.says } }))
      return reply.flash(`Added to the ${home.noun}`).redirect(paths.show.to(found.id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, home: RecordHome, id: string) {
  const one = await readCaseIn(tx, home, id)
  await assertAlters(tx, one.policy, actor, one)
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

const draw = (home: RecordHome, found: PageFacts, form: Form<unknown>) => (
  <PeopleView
    home={home}
    id={found.id}
    reference={found.reference}
    parts={found.parts}
    known={found.known.map((person) => person.words)}
    typed={form.typed}
    errors={form.errors}
  />
)
