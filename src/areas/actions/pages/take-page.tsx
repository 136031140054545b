import { z } from 'zod'
import { readSchools } from '#areas/people/index.ts'
import { policyInForce, policyVersion, textOf } from '#areas/policy/index.ts'
import { actionHome, addressesOf, knownPeople } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { takeAction } from '../commands/take-action.ts'
import { readTake } from '../forms.ts'
import { mayTake } from '../may-take.ts'
import { paths } from '../paths.ts'
import { caseFacts } from '../queries/case-facts.ts'
import { TakeView } from '../views/take-view.tsx'

const querystring = z.object({ case: z.uuid().optional() })
const access = ['staff', 'governor'] as const

/** Taking an action by hand, from a case or for itself. */
export function takePage(app: Web): void {
  app.get(
    paths.take.route,
    { schema: { querystring }, config: { audit: 'action.take.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.query.case))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.take.route,
    { schema: { querystring, body: z.looseObject({}) }, config: { audit: 'action.take.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const caseId = request.query.case ?? null
      const found = await request.inTx((tx) => readPage(tx, actor, request.query.case))
      const form = readTake(request.body, found)
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const id = await request.inTx((tx) => takeAction(tx, actor, { ...form.values, caseId }))
      return reply.flash('Noted. Now carry it out').redirect(actionHome.paths.show.to(id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, caseId: string | undefined) {
  const from = caseId === undefined ? null : await caseFacts(tx, caseId)
  const policy = from === null ? await policyInForce(tx) : await policyVersion(tx, from.policyVersionId, from.schoolId)
  const takeable = await mayTake(tx, actor, policy)
  if (takeable.length === 0) throw new Forbidden('action.not_mine')
  const schools = (await readSchools(tx))
    .filter((school) => from === null || school.id === from.schoolId)
    .map((school) => ({ value: school.id, text: school.name }))
  return {
    from,
    schools,
    takeable,
    actions: takeable.map((one) => one.id),
    known: await knownPeople(
      tx,
      schools.map((school) => school.value),
    ),
  }
}

const KINDS = { sanction: 'A sanction', support: 'Support', referral: 'A referral' } as const

const draw = ({ from, takeable, schools, known }: PageFacts, form: Form<unknown>) => (
  <TakeView
    title="Take an action"
    lede={
      <p class="govuk-body">
        {from === null
          ? 'It stands for itself, without a case.'
          : `It follows from ${from.reference}, ${from.title}: whoever sees the case sees it.`}
      </p>
    }
    back={
      from === null
        ? { href: paths.action.list.to(), text: 'Actions and sanctions' }
        : { href: addressesOf('incident').show.to(from.id), text: 'Back to the case' }
    }
    choices={takeable.map(({ id, action }) => ({ value: id, text: textOf(action.says), hint: KINDS[action.kind] }))}
    schools={schools}
    known={known.map((person) => person.words)}
    why="Why is this taken?"
    send="Take this action"
    typed={form.typed}
    errors={form.errors}
  />
)
