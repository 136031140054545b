import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { dayOf, monday } from '#core/calendar/school-calendar.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { readHeld } from '../queries/may-do.ts'
import { myDoneDuties } from '../queries/my-duties.ts'
import { whoActs } from '../queries/who-acts.ts'
import { DoneView } from '../views/done-view.tsx'

/** One's own duties that were done this week. */
export async function donePage(app: Web): Promise<void> {
  app.get(
    paths.done.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'duty.done.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const props = await request.inTx(async (tx) => {
        const { pack } = await policyInForce(tx)
        const { calendar } = await whoActs(tx, request.person())
        const { zone } = await readSettings(tx)
        const now = nowIn(tx)
        const week = monday(dayOf(calendar, now)).toZonedDateTime({ timeZone: zone }).toInstant()
        return { rows: await myDoneDuties(tx, pack, await readHeld(tx), week), now, zone }
      })
      return reply.view(<DoneView {...props} />)
    },
  )
}
