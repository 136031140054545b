import { z } from 'zod'
import { actingAs, readCaseIn } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentHome } from '../home.ts'
import { paths } from '../paths.ts'
import { kindsOf, saidSupport } from './said-support.ts'
import { SUPPORT_WORDS, supportWords } from './support.ts'
import { SupportView } from './support-view.tsx'
import { type WriteSupport, writeSupport } from './write-support.ts'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** Writing down support that was offered in a case, or what became of it. */
export function supportPage(app: Web): void {
  app.get(
    paths.support.route,
    { schema: { params }, config: { audit: 'incident.support.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.support.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'incident.support.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, actor, request.params.id))
      const form = read(request.body, found)
      const input = form.values
      if (hasErrors(form) || input === null) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => writeSupport(tx, actor, found.one, input))
      return reply.flash('It is written down').redirect(paths.show.to(found.one.id), 303)
    },
  )
}

async function readPage(tx: Tx, actor: PersonActor, id: string) {
  const one = await readCaseIn(tx, incidentHome, id)
  const support = one.policy.pack.records[one.kind]?.support
  const mine = await actingAs(tx, one.policy, actor.personId, one)
  if (support === undefined || !mine.includes('handler')) throw new Forbidden('incident.support')
  const { offers } = await saidSupport(tx, one)
  const people = one.people.filter((person) => support.for.includes(person.part))
  return {
    one,
    about: [
      ...people.map((person) => ({ value: `to-${person.id}`, text: `A new offer to ${person.name}` })),
      ...offers.map((offer) => ({ value: `of-${offer.id}`, text: `${offer.to}: ${offer.what}` })),
    ],
  }
}

type Found = Awaited<ReturnType<typeof readPage>>

function read(body: unknown, { one, about }: Found): Form<WriteSupport | null> {
  const reader = new FormReader(body)
  const chosen = reader.choice(
    'about',
    about.map(({ value }) => value),
    'Say what it is about',
  )
  const on = reader.date('on', 'the day')
  const note = reader.text('note')
  const id = chosen?.slice(3) ?? ''
  if (chosen?.startsWith('to-') === true) {
    const support = reader.choice(
      'support',
      kindsOf(one).map(({ value }) => value),
      'Say what is offered',
    )
    const byWhom = reader.text('by_whom', { max: 200, required: 'Say who offers it' })
    return reader.done(support === null || on === null ? null : { offer: { inCase: id, support, byWhom }, on, note })
  }
  const word = reader.choice('word', supportWords, 'Say what became of it')
  return reader.done(chosen === null || word === null || on === null ? null : { of: id, word, on, note })
}

const draw = ({ one, about }: Found, form: Form<unknown>) => (
  <SupportView
    id={one.id}
    reference={one.reference}
    about={about}
    kinds={kindsOf(one)}
    words={supportWords.map((value) => ({ value, text: SUPPORT_WORDS[value] ?? value }))}
    typed={form.typed}
    errors={form.errors}
  />
)
