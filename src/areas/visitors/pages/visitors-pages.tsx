import { z } from 'zod'
import { signHereHref } from '#areas/assents/index.ts'
import { assertKeepsPeople, formFields, readSchools } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { FieldView } from '#areas/records/index.ts'
import { PackFields, readFields } from '#areas/records/index.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { endVisit } from '../commands/end-visit.ts'
import { welcomeVisitor } from '../commands/welcome-visitor.ts'
import { paths } from '../paths.ts'
import { listVisitors, readVisitor } from '../queries/list-visitors.ts'
import { AddView } from '../views/add-view.tsx'
import { VisitorsView } from '../views/visitors-view.tsx'
import { WelcomeView } from '../views/welcome-view.tsx'

const params = z.object({ id: z.uuid() })
const staff = (audit: string) => ({ audit, access: ['staff' as const] })

/** Visitors: who comes, somebody who has just arrived, and what they sign. */
export async function visitorsPages(app: Web, parts: Parts): Promise<void> {
  app.get(paths.list.route, { schema: {}, config: staff('visitors.viewed') }, async (request, reply) => {
    const visitors = await request.inTx(async (tx) => {
      await assertKeepsPeople(tx)
      return listVisitors(tx)
    })
    return reply.view(<VisitorsView visitors={visitors} />)
  })

  app.get(paths.welcome.route, { schema: { params }, config: staff('visitor.viewed') }, async (request, reply) => {
    const visitor = await request.inTx(async (tx) => {
      await assertKeepsPeople(tx)
      return readVisitor(tx, request.params.id)
    })
    return reply.view(<WelcomeView visitor={visitor} hereHref={(id) => signHereHref(id, visitor.id)} />)
  })

  app.post(
    paths.leave.route,
    { schema: { params, body: z.looseObject({}) }, config: staff('visitor.left') },
    async (request, reply) => {
      await request.inTx((tx) => endVisit(tx, request.person(), request.params.id))
      return reply.flash('They are not expected any more').redirect(paths.list.to(), 303)
    },
  )

  await arrival(app, parts)
}

async function arrival(app: Web, parts: Parts): Promise<void> {
  app.get(paths.add.route, { schema: {}, config: staff('visitor.add.viewed') }, async (request, reply) => {
    const asked = await request.inTx(whatIsAsked)
    return reply.view(draw(asked, emptyForm(null)))
  })

  app.post(
    paths.add.route,
    { schema: { body: z.looseObject({}) }, config: staff('visitor.add.sent') },
    async (request, reply) => {
      const asked = await request.inTx(whatIsAsked)
      const form = readArrival(request.body, asked)
      if (hasErrors(form)) return reply.code(400).view(draw(asked, form))
      const fromOn = parts.clock.now().toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
      const id = await request.inTx((tx) => welcomeVisitor(tx, request.person(), { ...form.values, fromOn }))
      return reply.redirect(paths.welcome.to(id), 303)
    },
  )
}

interface Asked {
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly fields: Readonly<Record<'visitor' | 'volunteer', readonly FieldView[]>>
}

async function whatIsAsked(tx: Tx): Promise<Asked> {
  await assertKeepsPeople(tx)
  const { pack } = await policyInForce(tx)
  const fields = { visitor: formFields(pack, ['visitor']), volunteer: formFields(pack, ['volunteer']) }
  return { schools: await readSchools(tx), fields }
}

/** What is asked of either, each once: nobody knows yet how somebody comes. */
const allFields = ({ fields }: Asked): FieldView[] => [
  ...new Map([...fields.visitor, ...fields.volunteer].map((field) => [field.id, field])).values(),
]

function readArrival(body: unknown, asked: Asked) {
  const reader = new FormReader(body)
  const givenName = reader.text('given', { required: 'Enter their first name', max: 200 })
  const familyName = reader.text('family', { required: 'Enter their last name', max: 200 })
  const kind = reader.choice('kind', ['visitor', 'volunteer'], 'Say how they come') ?? 'visitor'
  const email = reader.text('email', { max: 320 })
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email))
    reader.fault('email', 'Enter a mail address like name@post.example, or leave it empty')
  const [only] = asked.schools
  const ids = asked.schools.map((school) => school.id)
  const schoolId = asked.schools.length === 1 ? only?.id : reader.choice('school', ids, 'Choose the school')
  const values = readFields(reader, allFields(asked))
  const facts = Object.fromEntries(
    asked.fields[kind].flatMap(({ id }) => {
      const value = values[id]
      return value === undefined || Array.isArray(value) ? [] : [[id, value]]
    }),
  )
  return reader.done({
    givenName,
    familyName,
    kind,
    email: email === '' ? null : email,
    schoolId: schoolId ?? '',
    facts,
  })
}

const draw = (asked: Asked, form: Form<unknown>) => (
  <AddView
    schools={asked.schools}
    facts={<PackFields fields={allFields(asked)} typed={form.typed} errors={form.errors} />}
    typed={form.typed}
    errors={form.errors}
  />
)
