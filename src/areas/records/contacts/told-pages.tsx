import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { RecordHome } from '../home.ts'
import { namesOf, readCaseIn } from '../queries/read-case.ts'
import { assertHandles, enterContact, type Holds } from './commands.ts'
import { offeredIn } from './offered.ts'
import { abouts } from './party-asks.ts'
import { type Clocked, readSaid, typedNow } from './read-said.ts'
import { ChooseView, ToldView } from './told-view.tsx'

const params = z.object({ id: z.uuid() })
const querystring = z.object({ to: z.string().max(400).optional() })

/** Writing down by hand that somebody was told of a record, or not and why: whom, and then when and how. */
export function toldPages(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.told.route,
    { schema: { params, querystring }, config: { audit: `${home.audit}.told.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) =>
        readToldPage(tx, home, request.person(), request.params.id, request.query.to),
      )
      if (found.chosen === null) return reply.view(<ChooseView home={home} {...found} />)
      return reply.view(draw(home, found, emptyForm(null, { ...typedNow(KEY, found), how: 'told' })))
    },
  )
  app.post(
    paths.told.route,
    { schema: { params, querystring, body: z.looseObject({}) }, config: { audit: `${home.audit}.told.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readToldPage(tx, home, actor, request.params.id, request.query.to))
      if (found.chosen === null) throw new NotFound('record.contact.nobody')
      const { telling } = found.chosen
      const form = readHolds(request.body, found)
      if (hasErrors(form)) return reply.code(400).view(draw(home, found, form))
      await request.inTx((tx) => enterContact(tx, actor, { one: found.one, telling, ...form.values }))
      return reply.flash('Written down').redirect(`${paths.show.to(found.one.id)}#must-be-told`, 303)
    },
  )
}

/** What the names of the fields begin with on pages that say one contact. */
export const KEY = 'told'

/** Reads whether somebody was told, and when and how, or why not. */
export function readHolds(body: unknown, clock: Clocked, anew = false): Form<Holds> {
  const reader = new FormReader(body)
  const how = reader.choice('how', ['told', 'not_told'], 'Say whether they were told')
  if (how === 'not_told')
    return reader.done({ because: reader.text('because', { max: 4000, required: 'Say why they were not told' }) })
  return reader.done({ said: readSaid(reader, KEY, clock, anew) })
}

type Found = Awaited<ReturnType<typeof readToldPage>>

async function readToldPage(tx: Tx, home: RecordHome, actor: PersonActor, id: string, to: string | undefined) {
  const one = await readCaseIn(tx, home, id)
  await assertHandles(tx, actor, one)
  const names = await namesOf(tx, abouts(one.children.map((about) => ({ party: 'parents', about }))))
  const offered = offeredIn(one, names)
  const chosen = offered.find(({ value }) => value === to) ?? null
  if (one.state !== 'open' || (to !== undefined && to !== '' && chosen === null))
    throw new NotFound('record.contact.nobody')
  return { one, offered, chosen, now: nowIn(tx), zone: (await readSettings(tx)).zone }
}

const draw = (home: RecordHome, found: Found, form: Form<unknown>) => (
  <ToldView home={home} {...found} typed={form.typed} errors={form.errors} />
)
