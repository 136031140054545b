import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { readReason } from '../forms/read-reason.ts'
import type { RecordHome } from '../home.ts'
import { mayRead } from '../queries/read-case.ts'
import { ReasonView } from '../views/reason-view.tsx'
import { sayWhy } from './wants-reason.ts'

const params = z.object({ id: z.uuid() })

/** Saying why one looks at a record, where the policy wants to know. Nothing of it is shown before. */
export function whyPage(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.why.route,
    { schema: { params }, config: { audit: `${home.audit}.why.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readBare(tx, home, request.params.id))
      return reply.view(draw(home, found, emptyForm(null)))
    },
  )
  app.post(
    paths.why.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: `${home.audit}.why.sent`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readBare(tx, home, request.params.id))
      const form = readReason(request.body, 'Say why you look at it')
      if (hasErrors(form)) return reply.code(400).view(draw(home, found, form))
      await request.inTx(async (tx) => sayWhy(tx, found, form.values.reason))
      return reply.redirect(paths.show.to(found.id), 303)
    },
  )
}

type Bare = Awaited<ReturnType<typeof readBare>>

async function readBare(tx: Tx, home: RecordHome, id: string) {
  const row = await tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'reference'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || !home.owns(row.kind) || !(await mayRead(tx, id))) throw new NotFound('record.missing')
  return row
}

const draw = (home: RecordHome, { id, reference }: Bare, form: Form<unknown>) => (
  <ReasonView
    home={home}
    id={id}
    reference={reference}
    title="Why do you look at this?"
    lede="The policy wants each look at it written down with its reason. Those who handle it read what you say."
    question="Your reason"
    button="Go on"
    typed={form.typed}
    errors={form.errors}
  />
)
