import { z } from 'zod'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import type { Duty } from '#pack/types/duty.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { icsText } from '../ics.ts'
import { paths } from '../paths.ts'
import { readHeld } from '../queries/may-do.ts'
import { myDutiesAhead } from '../queries/my-duties.ts'

/** One's own duties as a calendar file. It says what the policy asks, never about whom: calendars are shared. */
export async function calendarPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.calendar.route,
    {
      schema: { querystring: z.object({}) },
      config: { audit: 'duty.calendar.exported', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const { entries, now } = await request.inTx(async (tx) => {
        const { pack } = await policyInForce(tx)
        const rows = await myDutiesAhead(tx, pack, await readHeld(tx))
        return {
          now: nowIn(tx),
          entries: rows
            // A check that nobody must foresee is not announced.
            .filter((row) => !isSurprise(row.asks) || Temporal.Instant.compare(row.startsAt, nowIn(tx)) <= 0)
            .map((row) => ({
              uid: `${row.id}@${new URL(parts.baseUrl).hostname}`,
              says: row.asks === null ? 'A duty of the online-safety policy' : textOf(row.asks.says),
              dueAt: row.dueAt,
              url: `${parts.baseUrl}${paths.show.to(row.id)}`,
            })),
        }
      })
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="my-duties.ics"')
        .header('cache-control', 'no-store')
        .send(icsText('My duties', entries, now))
    },
  )
}

const isSurprise = (asks: Duty | null): boolean => asks !== null && 'spread' in asks && asks.spread === 'random'
