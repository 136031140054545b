import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor } from '#core/actor.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { writeFromReporter } from '../commands/write-from-reporter.ts'
import { FIRST_PAGE, readTell, readTellFirst, readText } from '../forms.ts'
import { paths } from '../paths.ts'
import { isMine, listMine, ownPlace } from '../queries/own-concerns.ts'
import { readConversation } from '../queries/read-conversation.ts'
import type { FormFacts } from '../queries/tell-choices.ts'
import { linesFor, readFormFacts } from '../queries/tell-choices.ts'
import { newOnce, receiptKey, sayReceipt } from '../receipt.ts'
import { sendOnce } from '../send-once.ts'
import type { Teller } from '../tellers.ts'
import { bandOf } from '../tellers.ts'
import { ChooseNameView } from '../views/choose-name-view.tsx'
import { SentView } from '../views/sent-view.tsx'
import { TalkView } from '../views/talk-view.tsx'
import { TellView } from '../views/tell-view.tsx'

const body = z.looseObject({})

/** Telling the school when signed in: with one's name, or on the public page without it. Neither is chosen beforehand. */
export async function tellPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.tell.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'concern.tell.choice', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx(async (tx) => {
        const teller = await tellerOf(tx, actor)
        const lines = linesFor(await policyInForce(tx), teller)
        return { teller, lines, settings: await readSettings(tx), mine: await listMine(tx, actor) }
      })
      const { slug, zone } = found.settings
      return reply.view(
        <ChooseNameView
          {...found}
          unnamedHref={paths.tellAs.to(slug, found.teller)}
          now={parts.clock.now()}
          zone={zone}
        />,
      )
    },
  )

  app.get(
    paths.tellNamed.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'concern.tell.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const facts = await request.inTx((tx) => readNamedFacts(tx, request.person()))
      return reply.view(draw(facts, { typed: {}, errors: {} }, 1))
    },
  )

  app.post(
    paths.tellNamed.route,
    { schema: { body }, config: { audit: 'concern.tell.sent', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const facts = await request.inTx((tx) => readNamedFacts(tx, actor))
      if (request.body.step === '1') {
        const form = readTellFirst(request.body, facts)
        return hasErrors(form) ? reply.code(400).view(draw(facts, form, 1)) : reply.view(draw(facts, form, 2))
      }
      const form = readTell(request.body, facts)
      if (hasErrors(form))
        return reply.code(400).view(draw(facts, form, FIRST_PAGE.some((name) => name in form.errors) ? 1 : 2))
      const receipt = await sendOnce(parts.db, actor, receiptKey(parts.keys), actor.audience, form.values)
      return reply.view(
        <SentView
          {...form.values}
          teller={facts.teller}
          receipt={sayReceipt(receipt)}
          named
          backHref={paths.tell.to()}
          lines={facts.lines}
        />,
      )
    },
  )

  await minePage(app, parts)
}

const params = z.object({ id: z.uuid() })

async function minePage(app: Web, parts: Parts): Promise<void> {
  // Whoever told something with their name reads the conversation as its reporter does: as whoever holds the receipt.
  const view = async (actor: PersonActor, id: string, form: { typed: object; errors: object }, sent: boolean) => {
    const holder = { ...anonymousActor(actor.organisationId), concernId: id }
    const found = await parts.db.inTx(holder, async (tx) => ({
      conversation: await readConversation(tx, id),
      settings: await readSettings(tx),
    }))
    return (
      <TalkView
        conversation={found.conversation}
        action={paths.mine.to(id)}
        receipt={null}
        backHref={paths.tell.to()}
        sent={sent}
        typed={{ ...form.typed }}
        errors={{ ...form.errors }}
        now={parts.clock.now()}
        zone={found.settings.zone}
      />
    )
  }

  app.get(
    paths.mine.route,
    { schema: { params }, config: { audit: 'concern.mine.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      await request.inTx((tx) => isMine(tx, actor, request.params.id))
      return reply.view(await view(actor, request.params.id, emptyForm(null), false))
    },
  )

  app.post(
    paths.mine.route,
    { schema: { params, body }, config: { audit: 'concern.mine.sent', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      await request.inTx((tx) => isMine(tx, actor, id))
      const form = readText(request.body, 'message', say('en', 'concern.talk.write.error'))
      if (hasErrors(form)) return reply.code(400).view(await view(actor, id, form, false))
      const holder = { ...anonymousActor(actor.organisationId), concernId: id }
      await parts.db.inTx(holder, (tx) => writeFromReporter(tx, holder, form.values.text))
      return reply.flash(say('en', 'concern.talk.sent')).redirect(paths.mine.to(id), 303)
    },
  )
}

interface NamedFacts extends FormFacts {
  readonly teller: Teller
  readonly helpHref: string
}

async function readNamedFacts(tx: Tx, actor: PersonActor): Promise<NamedFacts> {
  const teller = await tellerOf(tx, actor)
  const facts = await readFormFacts(tx, teller)
  const { schoolId } = await ownPlace(tx, actor)
  const { slug } = await readSettings(tx)
  const own = facts.schools.filter((school) => school.id === schoolId)
  return { ...facts, schools: own.length > 0 ? own : facts.schools, teller, helpHref: paths.help.to(slug, teller) }
}

async function tellerOf(tx: Tx, actor: PersonActor): Promise<Teller> {
  if (actor.audience === 'pupil') return bandOf((await ownPlace(tx, actor)).yearGroup)
  return actor.audience === 'parent' || actor.audience === 'staff' ? actor.audience : 'someone'
}

const draw = (
  facts: NamedFacts,
  form: {
    typed: Readonly<Record<string, string | readonly string[] | undefined>>
    errors: Readonly<Record<string, string>>
  },
  step: 1 | 2,
) => (
  <TellView
    {...facts}
    action={paths.tellNamed.to()}
    backHref={null}
    named
    typed={form.typed}
    errors={form.errors}
    step={step}
    once={typeof form.typed.once === 'string' ? form.typed.once : newOnce()}
  />
)
