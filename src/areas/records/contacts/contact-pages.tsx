import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { RecordHome } from '../home.ts'
import { namesOf, readCaseIn } from '../queries/read-case.ts'
import { addToContact, assertHandles, contactOf } from './commands.ts'
import type { Contact } from './contact.ts'
import { AnewView, ContactView } from './contact-view.tsx'
import { abouts } from './party-asks.ts'
import { type Clocked, readSaid, typedNow, typedSaid } from './read-said.ts'
import { KEY, readHolds } from './told-pages.tsx'

const params = z.object({ id: z.uuid(), contact: z.uuid() })
const body = z.looseObject({})

/** One contact: their answer or another try, and saying the whole of it anew. */
export function contactPages(app: Web, home: RecordHome): void {
  const { access, paths } = home
  const done = (id: string) => `${paths.show.to(id)}#must-be-told`
  app.get(
    paths.contact.route,
    { schema: { params }, config: { audit: `${home.audit}.contact.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readContactPage(tx, home, request.person(), request.params))
      return reply.view(<ContactView home={home} {...found} {...emptyForm(null, typedNow(KEY, found))} />)
    },
  )
  app.post(
    paths.contact.route,
    { schema: { params, body }, config: { audit: `${home.audit}.contact.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readContactPage(tx, home, actor, request.params))
      const form = readMore(request.body, found)
      if (hasErrors(form)) return reply.code(400).view(<ContactView home={home} {...found} {...form} />)
      const { one, contact } = found
      await request.inTx((tx) => addToContact(tx, actor, { one, contactId: contact.id, ...form.values }))
      return reply.flash('Written down').redirect(done(one.id), 303)
    },
  )
  app.get(
    paths.contactAnew.route,
    { schema: { params }, config: { audit: `${home.audit}.contact_anew.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readContactPage(tx, home, request.person(), request.params))
      return reply.view(
        <AnewView home={home} {...found} {...emptyForm(null, typedBefore(found.contact, found.zone))} />,
      )
    },
  )
  app.post(
    paths.contactAnew.route,
    { schema: { params, body }, config: { audit: `${home.audit}.contact_anew.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readContactPage(tx, home, actor, request.params))
      const form = readAnew(request.body, found)
      if (hasErrors(form)) return reply.code(400).view(<AnewView home={home} {...found} {...form} />)
      const { one, contact } = found
      await request.inTx((tx) => addToContact(tx, actor, { one, contactId: contact.id, does: 'anew', ...form.values }))
      return reply.flash('Corrected. What was written before stays.').redirect(done(one.id), 303)
    },
  )
}

function readMore(sent: unknown, clock: Clocked) {
  const reader = new FormReader(sent)
  const does = reader.choice('does', ['replied', 'asked_again'], 'Say whether they answered')
  const said = readSaid(reader, KEY, clock)
  if (does === 'replied' && said.reply === '' && said.reference === '')
    reader.fault(`${KEY}_reply`, 'Say what they answered')
  return reader.done({ does: does ?? ('replied' as const), said })
}

function readAnew(sent: unknown, clock: Clocked) {
  const reader = new FormReader(sent)
  const reason = reader.text('reason', { max: 4000, required: 'Say why you are changing it' })
  const holds = readHolds(sent, clock, true)
  return { values: { ...holds.values, reason }, errors: { ...holds.errors, ...reader.errors }, typed: holds.typed }
}

const typedBefore = ({ now }: Contact, zone: string): Form<unknown>['typed'] => ({
  how: now.does === 'not_told' ? 'not_told' : 'told',
  because: now.because ?? '',
  ...typedSaid(KEY, now, zone),
})

async function readContactPage(tx: Tx, home: RecordHome, actor: PersonActor, asked: { id: string; contact: string }) {
  const one = await readCaseIn(tx, home, asked.id)
  await assertHandles(tx, actor, one)
  const contact = await contactOf(tx, one.id, asked.contact)
  const entered = [contact.now, ...contact.before, ...contact.later].map((line) => line.enteredBy)
  const names = await namesOf(tx, [...entered, ...abouts([contact])])
  return { one, contact, names, now: nowIn(tx), zone: (await readSettings(tx)).zone }
}
