import { z } from 'zod'
import { hasErrors } from '#core/form.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { openDoor } from '../public-door.ts'
import type { FormFacts } from '../queries/tell-choices.ts'
import { readFormFacts } from '../queries/tell-choices.ts'
import { readTelling } from '../read-telling.ts'
import { receiptKey, sayReceipt } from '../receipt.ts'
import { sendOnce } from '../send-once.ts'
import type { ShownTelling } from '../shown-telling.ts'
import { NOT_SENT, shownOf } from '../shown-telling.ts'
import { isEasy } from '../tell-steps.ts'
import { reporterKindOf, TELLERS } from '../tellers.ts'
import { HelpNowView } from '../views/help-now-view.tsx'
import { SentView } from '../views/sent-view.tsx'
import { TellView } from '../views/tell-view.tsx'
import { WhoView } from '../views/who-view.tsx'

const organisation = z.string().max(50)
const params = z.object({ organisation, teller: z.enum(TELLERS) })
const body = z.looseObject({})

/** Telling the school without a name, for anybody. No session is read and nothing is kept of whoever tells. */
export async function publicTellPage(app: Web, parts: Parts): Promise<void> {
  await whoPage(app, parts)
  await formPage(app, parts)
  await sendPage(app, parts)
}

async function whoPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.who.route,
    { schema: { params: z.object({ organisation }) }, config: { audit: 'concern.tell.who', access: 'public' } },
    async (request, reply) => {
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      const { lines } = await request.inTx((tx) => readFormFacts(tx, 'middle'))
      return reply.view(<WhoView slug={slug} lines={lines} />)
    },
  )

  app.get(
    paths.help.route,
    { schema: { params }, config: { audit: 'concern.tell.help', access: 'public' } },
    async (request, reply) => {
      const { teller } = request.params
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      const { lines } = await request.inTx((tx) => readFormFacts(tx, teller))
      return reply.view(<HelpNowView teller={teller} backHref={paths.tellAs.to(slug, teller)} lines={lines} />)
    },
  )
}

async function formPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.tellAs.route,
    { schema: { params }, config: { audit: 'concern.tell.viewed', access: 'public' } },
    async (request, reply) => {
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      const facts = await request.inTx((tx) => readFormFacts(tx, request.params.teller))
      return reply.view(draw(facts, slug, NOT_SENT))
    },
  )
}

async function sendPage(app: Web, parts: Parts): Promise<void> {
  app.post(
    paths.tellAs.route,
    { schema: { params, body }, config: { audit: 'concern.tell.sent', access: 'public' } },
    async (request, reply) => {
      const { teller } = request.params
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      const facts = await request.inTx((tx) => readFormFacts(tx, teller))
      const told = await request.inTx((tx) => readTelling(tx, request.body, facts, null))
      if (told.page !== null)
        return reply.code(hasErrors(told.form) ? 400 : 200).view(draw(facts, slug, { ...told, page: told.page }))
      const { values } = told.form
      const key = receiptKey(parts.keys)
      const receipt = await sendOnce(parts.db, request.actor, key, reporterKindOf(teller), values)
      return reply.view(
        <SentView
          {...values}
          teller={teller}
          receipt={sayReceipt(receipt)}
          named={false}
          backHref={paths.back.to(slug)}
          {...(isEasy(teller) ? {} : { fileAction: facts.takesFiles(values.worry) ? paths.backFile.to(slug) : null })}
          lines={facts.lines}
        />,
      )
    },
  )
}

const draw = (facts: FormFacts, slug: string, shown: ShownTelling) => (
  <TellView
    {...facts}
    {...shownOf(shown)}
    action={paths.tellAs.to(slug, facts.teller)}
    backHref={paths.back.to(slug)}
    helpHref={paths.help.to(slug, facts.teller)}
    named={false}
  />
)
