import { z } from 'zod'
import { readSchools } from '#areas/people/index.ts'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import { exceptionHome, fieldViews, knownPeople, PackFields, readOffers } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { askException, endsWithCase } from '../commands/ask-exception.ts'
import { readAsk } from '../forms.ts'
import { paths } from '../paths.ts'
import { openCases } from '../queries/case-facts.ts'
import { ChooseView } from '../views/choose-view.tsx'
import { TakeView } from '../views/take-view.tsx'

const params = z.object({ exception: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/) })
const access = ['staff'] as const

/** Choosing an exception, and asking for it. */
export function askPages(app: Web): void {
  app.get(
    paths.choose.route,
    { schema: {}, config: { audit: 'exception.choose.viewed', access } },
    async (request, reply) => {
      const { pack } = await request.inTx((tx) => policyInForce(tx))
      const rows = Object.entries(pack.exceptions).map(([id, exception]) => ({
        href: paths.ask.to(id),
        title: textOf(exception.says),
        says: sentenceOf(pack, `exception/${id}`, 'en'),
        clauses: exception.clauses,
      }))
      return reply.view(<ChooseView rows={rows} back={{ href: paths.exception.list.to(), text: 'Exceptions' }} />)
    },
  )

  app.get(
    paths.ask.route,
    { schema: { params }, config: { audit: 'exception.ask.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.params.exception))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.ask.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'exception.ask.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { exception } = request.params
      const found = await request.inTx((tx) => readPage(tx, actor, exception))
      const form = readAsk(request.body, found)
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const id = await request.inTx((tx) => askException(tx, actor, { exception, ...form.values }))
      const said = found.decided ? 'Asked for. Whoever decides has been asked' : 'Written down'
      return reply.flash(said).redirect(exceptionHome.paths.show.to(id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, id: string) {
  const policy = await policyInForce(tx)
  const exception = policy.pack.exceptions[id]
  if (exception === undefined) throw new NotFound('exception.missing')
  if (actor.audience !== 'staff') throw new Forbidden('exception.ask')
  const schools = (await readSchools(tx)).map((school) => ({ value: school.id, text: school.name }))
  const ids = schools.map((school) => school.value)
  const offers = await readOffers(tx, policy, exception.fields, ids)
  const cases = endsWithCase(exception) ? await openCases(tx) : null
  return {
    schools,
    known: await knownPeople(tx, ids),
    fields: fieldViews(policy.pack, exception.fields, offers),
    cases: cases?.map((one) => ({ value: one.id, text: `${one.reference} ${one.title}` })) ?? null,
    title: textOf(exception.says),
    says: sentenceOf(policy.pack, `exception/${id}`, 'en'),
    decided: exception.decision !== undefined,
  }
}

const draw = (found: PageFacts, form: Form<unknown>) => (
  <TakeView
    title={found.title}
    lede={<p class="govuk-body">{found.says}</p>}
    back={{ href: paths.choose.to(), text: 'Exceptions of the policy' }}
    choices={null}
    schools={found.schools}
    known={found.known.map((person) => person.words)}
    cases={found.cases}
    why={found.decided ? 'Why is it needed?' : 'Why was it needed?'}
    fields={<PackFields fields={found.fields} typed={form.typed} errors={form.errors} />}
    send={found.decided ? 'Ask for it' : 'Write it down'}
    typed={form.typed}
    errors={form.errors}
  />
)
