import { z } from 'zod'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { FIRST_PAGE, readTell, readTellFirst } from '../forms.ts'
import { paths } from '../paths.ts'
import { openDoor } from '../public-door.ts'
import { readFormFacts } from '../queries/tell-choices.ts'
import { newOnce, receiptKey, sayReceipt } from '../receipt.ts'
import { sendOnce } from '../send-once.ts'
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

  app.get(
    paths.tellAs.route,
    { schema: { params }, config: { audit: 'concern.tell.viewed', access: 'public' } },
    async (request, reply) => {
      const { teller } = request.params
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      const facts = await request.inTx((tx) => readFormFacts(tx, teller))
      return reply.view(
        <TellView
          {...facts}
          {...emptyForm(null)}
          {...placeOf(slug, teller)}
          teller={teller}
          step={1}
          once={newOnce()}
        />,
      )
    },
  )

  app.post(
    paths.tellAs.route,
    { schema: { params, body }, config: { audit: 'concern.tell.sent', access: 'public' } },
    async (request, reply) => {
      const { teller } = request.params
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      const facts = await request.inTx((tx) => readFormFacts(tx, teller))
      const draw = (form: Pick<ReturnType<typeof readTell>, 'typed' | 'errors'>, step: 1 | 2) => (
        <TellView
          {...facts}
          {...placeOf(slug, teller)}
          typed={form.typed}
          errors={form.errors}
          teller={teller}
          step={step}
          once={typeof form.typed.once === 'string' ? form.typed.once : newOnce()}
        />
      )
      if (request.body.step === '1') {
        const form = readTellFirst(request.body, facts)
        return hasErrors(form) ? reply.code(400).view(draw(form, 1)) : reply.view(draw(form, 2))
      }
      const form = readTell(request.body, facts)
      if (hasErrors(form))
        return reply.code(400).view(draw(form, FIRST_PAGE.some((name) => name in form.errors) ? 1 : 2))
      const receipt = await sendOnce(
        parts.db,
        request.actor,
        receiptKey(parts.keys),
        reporterKindOf(teller),
        form.values,
      )
      return reply.view(
        <SentView
          {...form.values}
          teller={teller}
          receipt={sayReceipt(receipt)}
          named={false}
          backHref={paths.back.to(slug)}
          lines={facts.lines}
        />,
      )
    },
  )
}

const placeOf = (slug: string, teller: (typeof TELLERS)[number]) => ({
  action: paths.tellAs.to(slug, teller),
  backHref: paths.back.to(slug),
  helpHref: paths.help.to(slug, teller),
  named: false,
})
