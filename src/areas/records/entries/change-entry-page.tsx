import { z } from 'zod'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { mayOpen } from '../acting-as.ts'
import { typedOf } from '../form/typed-fields.ts'
import { fieldViews } from '../forms/field-view.ts'
import { formFields } from '../forms/form-fields.ts'
import { readFields } from '../forms/read-fields.ts'
import { readCaseIn } from '../queries/read-case.ts'
import { entryHome } from '../register-paths.ts'
import { changeEntry, isKeptUp } from './change-entry.ts'
import { ChangeEntryView } from './change-entry-view.tsx'
import { saySource, sourcesOf } from './seeded.ts'

const params = z.object({ id: z.uuid() })
const ROUTE = '/entries/:id/change'
const { access } = entryHome

/** Keeping an entry up to date: one that the policy brought, or one of the school's own. */
export function changeEntryPage(app: Web): void {
  app.get(ROUTE, { schema: { params }, config: { audit: 'entry.change.viewed', access } }, async (request, reply) => {
    const found = await request.inTx((tx) => readPage(tx, request.person(), request.params.id))
    return reply.view(draw(found, emptyForm(null, found.typed)))
  })

  app.post(
    ROUTE,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'entry.change.sent', access } },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, actor, id))
      const reader = new FormReader(request.body)
      const form = reader.done(readFields(reader, found.fields))
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => changeEntry(tx, actor, { recordId: id, fields: form.values }))
      return reply.flash('It is changed').redirect(entryHome.paths.show.to(id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, id: string) {
  const one = await readCaseIn(tx, entryHome, id)
  const policy = await policyInForce(tx, one.schoolId)
  const record = policy.pack.records[one.kind]
  if (record === undefined || !isKeptUp(record) || one.state !== 'open') throw new NotFound('entry.missing')
  if (!(await mayOpen(tx, policy, actor.personId, one.kind))) throw new Forbidden('entry.change')
  const fields = fieldViews(policy.pack, formFields(policy.pack, one.kind))
  const source = (await sourcesOf(tx, [id])).get(id)
  return {
    id,
    title: one.title,
    says: textOf(record.says),
    source: saySource(source),
    brought: source !== undefined,
    fields,
    typed: typedOf(fields, one.fields),
  }
}

const draw = (found: PageFacts, form: Form<unknown>) => (
  <ChangeEntryView {...found} typed={form.typed} errors={form.errors} />
)
