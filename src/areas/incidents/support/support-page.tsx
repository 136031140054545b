import { readSettings } from '#areas/policy/index.ts'
import { actingAs, readCaseIn, sayPart } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import { type Form, FormReader } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentHome } from '../home.ts'
import { writingPage } from '../pages/writing-page.ts'
import { paths } from '../paths.ts'
import { kindsOf, saidSupport } from './said-support.ts'
import { SUPPORT_WORDS, supportWords } from './support.ts'
import { SupportView } from './support-view.tsx'
import { type WriteSupport, writeSupport } from './write-support.ts'

/** Writing down support that was offered in a case, or what became of it. */
export const supportPage = (app: Web): void =>
  writingPage(app, {
    route: paths.support.route,
    audit: 'support',
    read: readPage,
    draw,
    starts: ({ today }) => ({
      'on-day': String(today.day),
      'on-month': String(today.month),
      'on-year': String(today.year),
    }),
    form: read,
    act: async (tx, actor, { one }, input) => {
      await writeSupport(tx, actor, one, input)
      return null
    },
  })

async function readPage(tx: Tx, actor: PersonActor, id: string) {
  const one = await readCaseIn(tx, incidentHome, id)
  const support = one.policy.pack.records[one.kind]?.support
  const mine = await actingAs(tx, one.policy, actor.personId, one)
  if (support === undefined || !mine.includes('handler')) throw new Forbidden('incident.support')
  const { offers } = await saidSupport(tx, one)
  return {
    one,
    today: nowIn(tx)
      .toZonedDateTimeISO((await readSettings(tx)).zone)
      .toPlainDate(),
    people: one.people
      .filter((person) => support.for.includes(person.part))
      .map(({ id, name, part }) => ({ value: id, text: `${name} (${sayPart(one.policy, one.kind, part)})` })),
    offers: offers.map((offer) => ({ value: offer.id, text: `${offer.to}: ${offer.what}` })),
  }
}

type Found = Awaited<ReturnType<typeof readPage>>

const valuesOf = (options: readonly { readonly value: string }[]) => options.map(({ value }) => value)

function read(body: unknown, { one, people, offers }: Found): Form<WriteSupport | null> {
  const reader = new FormReader(body)
  const kind = reader.choice('kind', ['offer', 'word'], 'Say what you write down')
  const on = reader.date('on', 'the day')
  const note = reader.text('note')
  if (kind === 'word') {
    const of = reader.choice('of', valuesOf(offers), 'Say which offer it is about')
    const word = reader.choice('word', supportWords, 'Say what became of it')
    return reader.done(of === null || word === null || on === null ? null : { of, word, on, note })
  }
  if (kind === null) return reader.done(null)
  const inCase = reader.choice('to', valuesOf(people), 'Say to whom it is offered')
  const support = reader.choice('support', valuesOf(kindsOf(one)), 'Say what is offered')
  const byWhom = reader.text('by_whom', { max: 200, required: 'Say who offers it' })
  return reader.done(
    inCase === null || support === null || on === null ? null : { offer: { inCase, support, byWhom }, on, note },
  )
}

const draw = ({ one, people, offers }: Found, form: Form<unknown>) => (
  <SupportView
    id={one.id}
    reference={one.reference}
    people={people}
    offers={offers}
    kinds={kindsOf(one)}
    words={supportWords.map((value) => ({ value, text: SUPPORT_WORDS[value] ?? value }))}
    typed={form.typed}
    errors={form.errors}
  />
)
