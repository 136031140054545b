import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { hearerOf, type MakeComplaint, makeComplaint } from '../commands/make-complaint.ts'
import { paths } from '../paths.ts'
import { findCase } from '../queries/find-case.ts'
import { MakeView } from '../views/make-view.tsx'

const access = ['staff', 'governor', 'parent'] as const

interface Read {
  readonly form: Form<MakeComplaint | null>
  readonly body: string | null
}

/** Entering a complaint: by whoever complains, or by somebody for them. Nobody need see the case for it. */
export function makePage(app: Web): void {
  app.get(
    paths.make.route,
    {
      schema: { querystring: z.object({ case: z.string().max(40).optional() }) },
      config: { audit: 'complaint.make.viewed', access },
    },
    async (request, reply) => {
      const typed = { case: request.query.case ?? '', ...(await request.inTx(async (tx) => dayTyped(tx))) }
      return reply.view(<MakeView body={null} typed={typed} errors={{}} />)
    },
  )
  app.post(
    paths.make.route,
    { schema: { body: z.looseObject({}) }, config: { audit: 'complaint.make.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { form, body } = await request.inTx((tx) => read(tx, actor, request.body))
      const input = form.values
      if (hasErrors(form) || input === null)
        return reply.code(400).view(<MakeView body={body} typed={form.typed} errors={form.errors} />)
      const made = await request.inTx((tx) => makeComplaint(tx, actor, input))
      if ('body' in made.hearer) return reply.flash('It is written down').redirect(paths.one.to(made.id), 303)
      const post = textOf(input.about.policy.pack.parties[made.hearer.post]?.says ?? made.hearer.post)
      return reply.flash(`It went to ${made.hearer.name} (${post}), who is not in the case`).redirect('/', 303)
    },
  )
}

const dayTyped = (tx: Tx) => {
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE)
  return { 'made_on-day': String(today.day), 'made_on-month': String(today.month), 'made_on-year': String(today.year) }
}

async function read(tx: Tx, actor: PersonActor, sent: unknown): Promise<Read> {
  const reader = new FormReader(sent)
  const number = reader.text('case', { max: 40, required: 'Enter the number of the case' })
  const own = reader.choice('own', ['yes', 'no'], 'Say who complains') === 'yes'
  const named = reader.text('made_by', { max: 200 })
  if (!own && named === '') reader.fault('made_by', 'Enter the name of whoever complains')
  const madeOn = reader.date('made_on', 'the day on which the complaint was made')
  const says = reader.text('says', { max: 8000, required: 'Write down what was wrong' })
  const passedOn = reader.text('passed_on', { max: 1000 })
  const about = number === '' ? null : await findCase(tx, number)
  if (number !== '' && about === null) reader.fault('case', 'There is no case of this number')
  const hearer = about === null ? null : await hearerOf(tx, actor, { about, own })
  const outside = hearer !== null && 'body' in hearer ? hearer.body : null
  const body = outside === null ? null : textOf(about?.policy.pack.parties[outside]?.says ?? outside)
  if (body !== null && passedOn === '') reader.fault('passed_on', `Say when and how it was passed on to ${body}`)
  const madeBy = own ? ((await namesOf(tx, [actor.personId])).get(actor.personId) ?? 'Somebody') : named
  const values = about === null || madeOn === null ? null : { about, madeBy, own, says, madeOn, passedOn }
  return { form: reader.done(values), body }
}
