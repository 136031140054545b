import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayDay } from '#core/calendar/say-date.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { agreementText } from '../agreement-text.ts'
import { paths } from '../paths.ts'
import type { OpenSlip } from '../queries/read-slip.ts'
import { readSlip } from '../queries/read-slip.ts'
import { queryOf } from '../views/asking-words.ts'
import type { EmptySlip } from '../views/empty-slips-view.tsx'
import { EmptySlipsView } from '../views/empty-slips-view.tsx'
import { openClass } from './class-slips-page.tsx'

const params = z.object({ id: z.uuid() })
const querystring = z.object({
  assent: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
})

/** Slips to print, with a box for each answer: for one person, and for a whole class. */
export async function emptySlipsPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.slipPrint.route,
    { schema: { params }, config: { audit: 'agreement.slip.printed', access: ['staff'] } },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.inTx(async (tx) => ({
        slip: await readSlip(tx, id),
        settings: await readSettings(tx),
      }))
      return reply.view(
        <EmptySlipsView
          title={`Slip for ${found.slip.about}`}
          school={found.settings.name}
          back={{ href: paths.slip.to(id), text: 'Record the slip' }}
          slips={found.slip.signers.length === 0 ? [] : [emptySlip(found.slip, parts.clock.now(), found.settings.zone)]}
        />,
      )
    },
  )

  app.get(
    paths.classSlipsPrint.route,
    { schema: { params, querystring }, config: { audit: 'agreement.slips.printed', access: ['staff'] } },
    async (request, reply) => {
      const found = await openClass(request, request.params.id, request.query.assent)
      const settings = await request.inTx((tx) => readSettings(tx))
      return reply.view(
        <EmptySlipsView
          title={`Slips for ${found.class.name}`}
          school={settings.name}
          back={{
            href: paths.classSlips.to(found.class.id, queryOf({ assent: found.assent })),
            text: found.class.name,
          }}
          slips={found.slips.map((slip) => emptySlip(slip, parts.clock.now(), settings.zone))}
        />,
      )
    },
  )
}

function emptySlip({ request, pack, about, signers }: OpenSlip, now: Temporal.Instant, zone: string): EmptySlip {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const due = request.dueAt === null ? null : Temporal.Instant.from(request.dueAt)
  const coming = due !== null && Temporal.Instant.compare(due, now) > 0
  return {
    about,
    signers,
    text: agreementText(pack, request.assent),
    until: due !== null && coming ? sayDay(day(due), day(now)) : null,
  }
}
