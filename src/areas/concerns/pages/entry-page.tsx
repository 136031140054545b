import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { hasErrors } from '#core/form.ts'
import type { Parts } from '#platform/parts.ts'
import { qrSvg } from '#platform/qr/qr-svg.ts'
import type { Web } from '#platform/web/server.ts'
import { CAME_BY } from '../commands/tell-concern.ts'
import { readEntry } from '../entry-form.ts'
import { paths } from '../paths.ts'
import { readEntryFacts } from '../queries/tell-choices.ts'
import { newOnce, receiptKey, receiptOf, sayReceipt } from '../receipt.ts'
import { sendOnce } from '../send-once.ts'
import { EnteredView, EntryView } from '../views/entry-view.tsx'
import { SlipsView } from '../views/slips-view.tsx'

const querystring = z.object({
  came: z.enum(CAME_BY).optional().catch(undefined),
  once: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional()
    .catch(undefined),
})
const access = ['staff', 'governor'] as const
const SLIPS = 4

/** A member of staff writes down what somebody told them: a child, a caller, a slip of paper, a complaint. */
export async function entryPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.tellFor.route,
    { schema: { querystring }, config: { audit: 'concern.entry.viewed', access } },
    async (request, reply) => {
      const { came, once } = request.query
      const facts = await request.inTx((tx) => readEntryFacts(tx))
      return reply.view(
        <EntryView {...facts} typed={came === undefined ? {} : { came }} errors={{}} once={once ?? newOnce()} />,
      )
    },
  )
  app.post(
    paths.tellFor.route,
    { schema: { querystring, body: z.looseObject({}) }, config: { audit: 'concern.entry.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const facts = await request.inTx((tx) => readEntryFacts(tx))
      const form = readEntry(request.body, facts)
      const { tell, cameBy, kind, toldBy } = form.values
      if (hasErrors(form))
        return reply.code(400).view(<EntryView {...facts} {...form} once={tell.once === '' ? newOnce() : tell.once} />)
      const receipt = await sendOnce(parts.db, actor, receiptKey(parts.keys), kind, tell, { cameBy, toldBy })
      const { slug } = await request.inTx((tx) => readSettings(tx))
      return reply.view(
        <EnteredView
          receipt={sayReceipt(receipt)}
          inDanger={tell.inDanger}
          backUrl={`${parts.baseUrl}${paths.back.to(slug)}`}
          lines={facts.lines}
        />,
      )
    },
  )
  slipsPage(app, parts)
}

/** Slips to print: a child writes, a member of staff scans the code and types it in; the tear-off is the child's receipt. */
function slipsPage(app: Web, parts: Parts): void {
  app.get(
    paths.slips.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'concern.slips.viewed', access } },
    async (request, reply) => {
      const { slug, name } = await request.inTx((tx) => readSettings(tx))
      const key = receiptKey(parts.keys)
      const slips = Array.from({ length: SLIPS }, () => {
        const once = newOnce()
        const url = `${parts.baseUrl}${paths.tellFor.to(`?came=paper&once=${once}`)}`
        return { receipt: sayReceipt(receiptOf(key, once)), qr: qrSvg(url, 'For staff: type this slip in') }
      })
      return reply.view(
        <SlipsView slips={slips} organisation={name} backUrl={`${parts.baseUrl}${paths.back.to(slug)}`} />,
      )
    },
  )
}
