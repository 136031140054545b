import { z } from 'zod'
import type { PersonActor } from '#core/actor.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { readReason } from '../forms/read-reason.ts'
import type { RecordHome } from '../home.ts'
import type { Case } from '../queries/read-case.ts'
import { ReasonView, type ReasonWords } from '../views/reason-view.tsx'

/** Something that is done to a record, or to a part of it, and wants its reason. */
interface ReasonPage<Facts extends { readonly one: Case }> {
  readonly route: string
  /** The end of the audit names: `close` makes `incident.close.viewed` and `incident.close.sent`. */
  readonly audit: string
  /** What the page needs; refuses whoever may not do this. */
  readonly read: (tx: Tx, actor: PersonActor, params: Params) => Promise<Facts>
  readonly words: (facts: Facts) => ReasonWords
  /** What is said beside the box when no reason was given. */
  readonly required: string
  /** Does it; a sentence when it cannot be done. */
  readonly act: (tx: Tx, actor: PersonActor, facts: Facts, reason: string) => Promise<string | null>
  readonly done: string
}

const params = z.object({
  id: z.uuid(),
  person: z.uuid().optional(),
  wall: z.uuid().optional(),
  flow: z.string().optional(),
  link: z.uuid().optional(),
})
type Params = z.infer<typeof params>

/** Serves a page that asks for a reason, and goes back to the record when it is done. */
export function reasonPage<Facts extends { readonly one: Case }>(
  app: Web,
  home: RecordHome,
  page: ReasonPage<Facts>,
): void {
  const { access, paths } = home
  const draw = (facts: Facts, form: Form<unknown>) => (
    <ReasonView
      home={home}
      id={facts.one.id}
      reference={facts.one.reference}
      {...page.words(facts)}
      typed={form.typed}
      errors={form.errors}
    />
  )
  app.get(
    page.route,
    { schema: { params }, config: { audit: `${home.audit}.${page.audit}.viewed`, access } },
    async (request, reply) => {
      const facts = await request.inTx((tx) => page.read(tx, request.person(), request.params))
      return reply.view(draw(facts, emptyForm(null)))
    },
  )
  app.post(
    page.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: `${home.audit}.${page.audit}.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const facts = await request.inTx((tx) => page.read(tx, actor, request.params))
      const form = readReason(request.body, page.required)
      if (hasErrors(form)) return reply.code(400).view(draw(facts, form))
      const refused = await request.inTx((tx) => page.act(tx, actor, facts, form.values.reason))
      if (refused !== null) return reply.code(409).view(draw(facts, { ...form, errors: { reason: refused } }))
      return reply.flash(page.done).redirect(paths.show.to(facts.one.id), 303)
    },
  )
}
