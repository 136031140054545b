import { z } from 'zod'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { FormReader } from '#core/form.ts'
import { isUuid } from '#core/ids.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { markRead } from '../commands/mark-read.ts'
import { paths } from '../paths.ts'
import { listNotices } from '../queries/list-notices.ts'
import { NoticesView } from '../views/notices-view.tsx'

const querystring = z.object({ view: z.enum(['unread', 'all']).catch('unread') })

/** One's own notices, and marking them as read. */
export async function noticesPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.list.route,
    { schema: { querystring }, config: { audit: 'notice.list.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const { view } = request.query
      const found = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        settings: await readSettings(tx),
        notices: await listNotices(tx, actor, view),
      }))
      const sayParty = (party: string | null): string | null => {
        const known = found.policy.pack.parties[party?.replace('party/', '') ?? '']
        return known === undefined ? null : textOf(known.says)
      }
      return reply.view(
        <NoticesView
          notices={found.notices.map((one) => ({ ...one, because: sayParty(one.party) }))}
          view={view}
          staff={actor.audience === 'staff' || actor.audience === 'governor'}
          now={parts.clock.now()}
          zone={found.settings.zone}
        />,
      )
    },
  )

  app.post(
    paths.read.route,
    { schema: { body: z.looseObject({}) }, config: { audit: 'notice.marked_read', access: 'signed_in' } },
    async (request, reply) => {
      const reader = new FormReader(request.body)
      const all = reader.ticked('all')
      const raw = request.body.notice
      const ids = [raw].flat().filter(isUuid)
      const count = await request.inTx((tx) => markRead(tx, request.person(), all ? 'all' : ids))
      const says = count === 0 ? 'Nothing was chosen' : `${countOf(count, 'notice')} marked as read`
      return reply.flash(says).redirect(paths.list.to(), 303)
    },
  )
}
