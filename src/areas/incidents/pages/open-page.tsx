import { z } from 'zod'
import { readConcernForCase, settleConcernByCase } from '#areas/concerns/index.ts'
import { readSchools } from '#areas/people/index.ts'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import {
  fieldViews,
  knownPeople,
  mayOpen,
  openRecord,
  PackFields,
  PersonFields,
  readSiteOffers,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { Forbidden } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Field } from '#pack/types/field.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { readOpen } from '../forms.ts'
import { KIND_FIELD } from '../kinds.ts'
import { paths } from '../paths.ts'
import { OpenView } from '../views/open-view.tsx'

const querystring = z.object({ concern: z.uuid().optional().catch(undefined) })

/** Opening a case, from a concern or by itself. */
export async function openPage(app: Web): Promise<void> {
  app.get(
    paths.open.route,
    { schema: { querystring }, config: { audit: 'incident.open.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.query.concern))
      const today = found.now
      const typed = {
        'happened_at-day': String(today.day),
        'happened_at-month': String(today.month),
        'happened_at-year': String(today.year),
        details: found.concern?.body,
      }
      return reply.view(draw(found, emptyForm(null, typed)))
    },
  )

  app.post(
    paths.open.route,
    {
      schema: { querystring, body: z.looseObject({}) },
      config: { audit: 'incident.open.sent', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.query.concern))
      const form = readOpen(
        request.body,
        found.fields,
        found.schools.map((school) => school.id),
        found.parts.map((part) => part.value),
        found.known,
      )
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const { title, schoolId, fields, people } = form.values
      const kind = fields[KIND_FIELD]
      const { id, reference } = await request.inTx(async (tx) => {
        const opened = await openRecord(tx, actor, {
          kind: 'incident',
          schoolId,
          title,
          category: typeof kind === 'string' ? kind : null,
          occurredAt: null,
          fields,
          people,
        })
        if (found.concern !== null)
          await settleConcernByCase(tx, actor, { concernId: found.concern.id, recordId: opened.id })
        return opened
      })
      return reply.flash(`${reference} is open`).redirect(paths.show.to(id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, concernId: string | undefined) {
  const policy = await policyInForce(tx)
  if (!(await mayOpen(tx, policy, actor.personId, 'incident'))) throw new Forbidden('incident.open')
  const schools = await readSchools(tx)
  const record = policy.pack.records.incident
  const asked = askedAtOnce(record?.fields ?? [])
  const offers = { people: [], records: new Map([['site', await readSiteOffers(tx)]]) }
  return {
    schools,
    // Of what a form may offer, a case asks for the site alone.
    fields: asked.flatMap((field) => fieldViews(policy.pack, [field], field.type === 'site' ? offers : undefined)),
    parts: (record?.parts ?? []).map((part) => ({ value: part.id, text: textOf(part.says) })),
    known: await knownPeople(
      tx,
      schools.map((school) => school.id),
    ),
    concern: concernId === undefined ? null : await readConcernForCase(tx, concernId),
    now: nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate(),
  }
}

// Who is in it is asked beside the fields, for each with their part; so is whether anybody is known.
function askedAtOnce(fields: readonly Field[]): Field[] {
  const people = fields.filter((field) => field.type === 'people')
  return fields.filter(
    (field) =>
      field.later === undefined && !people.includes(field) && !people.some(({ when }) => when?.trim() === field.id),
  )
}

const draw = (found: PageFacts, form: Form<unknown>) => (
  <OpenView
    fields={<PackFields fields={found.fields} typed={form.typed} errors={form.errors} />}
    schools={found.schools.map((school) => ({ value: school.id, text: school.name }))}
    concern={found.concern}
    people={[1, 2, 3].map((row) => (
      <PersonFields key={row} row={row} parts={found.parts} typed={form.typed} errors={form.errors} />
    ))}
    known={found.known.map((person) => person.words)}
    typed={form.typed}
    errors={form.errors}
  />
)
