import { z } from 'zod'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { emptyForm, type Form, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { actingAs } from '../acting-as.ts'
import { writeFields } from '../commands/write-fields.ts'
import { fieldViews, sayValue } from '../forms/field-view.ts'
import type { RecordHome } from '../home.ts'
import { mayChange } from '../queries/may-change.ts'
import { namedInFields } from '../queries/named-in-fields.ts'
import { readOffers } from '../queries/offers.ts'
import { readCaseIn } from '../queries/read-case.ts'
import { FormView } from './form-view.tsx'
import { readForm } from './read-form.ts'
import { typedOf } from './typed-fields.ts'

const params = z.object({ id: z.uuid() })

/** Filling in the form of a record further, and putting it right. */
export function formPage(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.form.route,
    { schema: { params }, config: { audit: `${home.audit}.form.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), home, request.params.id))
      return reply.view(draw(home, found, emptyForm(null, typedOf(found.fields, found.stands))))
    },
  )
  app.post(
    paths.form.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: `${home.audit}.form.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, actor, home, request.params.id))
      const form = readForm(request.body, found.fields, found.stands, found.say)
      if (hasErrors(form)) return reply.code(400).view(draw(home, found, form))
      const refused = await request.inTx((tx) => write(tx, actor, found.id, form.values))
      if (refused !== null) return reply.code(409).view(draw(home, found, { ...form, errors: { reason: refused } }))
      return reply.flash('It is in the form').redirect(paths.show.to(found.id), 303)
    },
  )
}

async function write(
  tx: Tx,
  actor: PersonActor,
  recordId: string,
  values: ReturnType<typeof readForm>['values'],
): Promise<string | null> {
  try {
    await writeFields(tx, actor, { recordId, ...values })
    return null
  } catch (fault) {
    if (fault instanceof Refused) return fault.message
    throw fault
  }
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, home: RecordHome, id: string) {
  const one = await readCaseIn(tx, home, id)
  const asked = one.policy.pack.records[one.kind]?.fields ?? []
  const offers = await readOffers(tx, one.policy, asked, one.schoolId)
  // A question that was passed over when the record was opened may stay open.
  const open = asked.map((field) => (one.fields[field.id] === undefined ? { ...field, required: false } : field))
  const fields = fieldViews(one.policy.pack, open, offers)
  if (fields.length === 0 || one.state !== 'open') throw new NotFound('record.form.none')
  const handles = (await actingAs(tx, one.policy, actor.personId, one)).includes('handler')
  if (!handles || !(await mayChange(tx, id))) throw new Forbidden('record.form')
  const named = await namedInFields(tx, asked, [one.fields])
  return {
    id,
    reference: one.reference,
    fields,
    stands: one.fields,
    known: offers.people.map((person) => person.text),
    say: (field: string, value: unknown) => {
      const found = asked.find((candidate) => candidate.id === field)
      return found === undefined ? '' : sayValue(one.policy.pack, found, value, named)
    },
  }
}

const draw = (home: RecordHome, found: PageFacts, form: Form<unknown>) => (
  <FormView home={home} {...found} typed={form.typed} errors={form.errors} />
)
