import { z } from 'zod'
import { readSchools } from '#areas/people/index.ts'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { mayOpen } from '../acting-as.ts'
import { clausesOfKind } from '../clauses-of-kind.ts'
import { openRecord } from '../commands/open-record.ts'
import { fieldViews } from '../forms/field-view.ts'
import { formFields } from '../forms/form-fields.ts'
import { type EntryForm, type EntryValues, readEntry, titleOf } from '../forms/read-entry.ts'
import { knownPeople } from '../queries/known-people.ts'
import { readOffers } from '../queries/offers.ts'
import { entryHome, isRegister, paths } from '../register-paths.ts'
import { registerParams } from '../register-query.ts'
import { OpenEntryView } from '../views/open-entry-view.tsx'

const { access } = entryHome

/** Adding an entry to a register: the form that the policy gives it. */
export function openEntryPage(app: Web): void {
  app.get(
    paths.open.route,
    { schema: { params: registerParams }, config: { audit: 'entry.open.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.params.kind))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.open.route,
    { schema: { params: registerParams, body: z.looseObject({}) }, config: { audit: 'entry.open.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { kind } = request.params
      const found = await request.inTx((tx) => readPage(tx, actor, kind))
      const form = readEntry(request.body, found.form)
      // One more row was asked for: nothing is sent yet, and nothing that was typed is lost.
      if (form.values.more) return reply.view(draw(found, { ...form, errors: {} }, form.values.shown))
      if (hasErrors(form)) return reply.code(400).view(draw(found, form, form.values.shown))
      const opened = await request.inTx((tx) => openRecord(tx, actor, inputOf(kind, found, form.values)))
      return reply.flash(`${opened.reference} is in the register`).redirect(entryHome.paths.show.to(opened.id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, kind: string) {
  const policy = await policyInForce(tx)
  const record = policy.pack.records[kind]
  if (record === undefined || !isRegister(kind)) throw new NotFound('register.missing')
  if (!(await mayOpen(tx, policy, actor.personId, kind))) throw new Forbidden('entry.open')
  const schools = await readSchools(tx)
  const ids = schools.map((school) => school.id)
  const own = formFields(policy.pack, kind).filter((field) => field.later === undefined)
  const all = [...own, ...record.rows.flatMap((rows) => rows.fields)]
  const offers = await readOffers(tx, policy, all, ids)
  const known = record.parts.length > 0 || offers.people.length > 0 ? await knownPeople(tx, ids) : []
  const form: EntryForm = {
    schools: schools.map((school) => ({ value: school.id, text: school.name })),
    fields: fieldViews(policy.pack, own, offers),
    parts: record.parts.map((part) => ({ value: part.id, text: textOf(part.says) })),
    rows: record.rows.map((rows) => ({
      id: rows.id,
      says: textOf(rows.says),
      fields: fieldViews(policy.pack, rows.fields, offers),
      least: typeof rows.count === 'string' ? Number.parseInt(rows.count, 10) || 0 : 0,
    })),
    known,
  }
  return {
    kind,
    form,
    says: textOf(record.says),
    plural: textOf(record.plural ?? record.says),
    clauses: clausesOfKind(policy.pack, kind),
  }
}

const inputOf = (kind: string, { says, form }: PageFacts, values: EntryValues) => ({
  kind,
  schoolId: values.schoolId,
  title: titleOf(says, form, values),
  category: null,
  occurredAt: null,
  fields: { ...values.fields, ...values.rows },
  people: values.people,
})

const draw = (found: PageFacts, form: Form<unknown>, shown?: EntryValues['shown']) => (
  <OpenEntryView {...found} shown={shown ?? {}} typed={form.typed} errors={form.errors} />
)
