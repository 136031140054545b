import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { listMine, ownPlace } from '../queries/own-concerns.ts'
import type { FormFacts } from '../queries/tell-choices.ts'
import { linesFor, readFormFacts } from '../queries/tell-choices.ts'
import { readTelling } from '../read-telling.ts'
import { receiptKey, sayReceipt } from '../receipt.ts'
import { sendOnce } from '../send-once.ts'
import type { ShownTelling } from '../shown-telling.ts'
import { NOT_SENT, shownOf } from '../shown-telling.ts'
import type { Teller } from '../tellers.ts'
import { bandOf } from '../tellers.ts'
import { ChooseNameView } from '../views/choose-name-view.tsx'
import { SentView } from '../views/sent-view.tsx'
import { TellView } from '../views/tell-view.tsx'

const body = z.looseObject({})

/** Telling the school when signed in: with one's name, or on the public page without it. Neither is chosen beforehand. */
export async function tellPage(app: Web, parts: Parts): Promise<void> {
  await choicePage(app, parts)
  await namedPage(app, parts)
}

async function choicePage(app: Web, parts: Parts): Promise<void> {
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
          forOthers={actor.audience === 'staff' || actor.audience === 'governor'}
          unnamedHref={paths.tellAs.to(slug, found.teller)}
          now={parts.clock.now()}
          zone={zone}
        />,
      )
    },
  )
}

async function namedPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.tellNamed.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'concern.tell.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const facts = await request.inTx((tx) => readNamedFacts(tx, request.person()))
      return reply.view(draw(facts, NOT_SENT))
    },
  )

  app.post(
    paths.tellNamed.route,
    { schema: { body }, config: { audit: 'concern.tell.sent', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const facts = await request.inTx((tx) => readNamedFacts(tx, actor))
      const told = await request.inTx((tx) => readTelling(tx, request.body, facts, actor.personId))
      if (told.page !== null)
        return reply.code(hasErrors(told.form) ? 400 : 200).view(draw(facts, { ...told, page: told.page }))
      const { values } = told.form
      const receipt = await sendOnce(parts.db, actor, receiptKey(parts.keys), actor.audience, values)
      return reply.view(
        <SentView
          {...values}
          teller={facts.teller}
          receipt={sayReceipt(receipt)}
          named
          backHref={paths.tell.to()}
          lines={facts.lines}
        />,
      )
    },
  )
}

interface NamedFacts extends FormFacts {
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

const draw = (facts: NamedFacts, shown: ShownTelling) => (
  <TellView {...facts} {...shownOf(shown)} action={paths.tellNamed.to()} backHref={null} named />
)
