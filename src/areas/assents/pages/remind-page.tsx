import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { sendReminders } from '../commands/send-reminders.ts'
import { paths } from '../paths.ts'
import { planReminders } from '../plan-reminders.ts'
import { listAskings } from '../queries/list-askings.ts'
import { readPeople } from '../queries/read-people.ts'
import { RemindView } from '../views/remind-view.tsx'
import { filterOf, listQuery } from './overview-page.tsx'

const MOST = 20_000

const body = z.looseObject({
  ids: z
    .union([z.uuid(), z.array(z.uuid()).max(MOST)])
    .optional()
    .catch(undefined),
  /** The whole list, by the query of its address. */
  every: z.string().max(600).optional().catch(undefined),
  confirm: z.literal('yes').optional().catch(undefined),
})

/** Reminding in bulk: first how many would get one, then, on a second press, the sending. */
export async function remindPage(app: Web): Promise<void> {
  app.post(
    paths.remind.route,
    { schema: { body }, config: { audit: 'agreement.remind.sent', access: ['staff'] } },
    async (request, reply) => {
      const actor = request.person()
      const { every, confirm } = request.body
      const chosen = [request.body.ids ?? []].flat()
      const requestIds = await request.inTx((tx) => (every === undefined ? Promise.resolve(chosen) : idsOf(tx, every)))
      if (confirm === 'yes') {
        const sent = await request.inTx((tx) => sendReminders(tx, actor, { requestIds }))
        const people = sent.readers === 1 ? '1 person' : `${sent.readers} people`
        return reply
          .flash(sent.reminded === 0 ? 'No reminder was sent.' : `A reminder has gone to ${people}.`)
          .redirect(paths.overview.to(), 303)
      }
      return previewReminders(request, reply, requestIds)
    },
  )
}

/** How many a reminding would reach, before anything is sent. */
export async function previewReminders(request: FastifyRequest, reply: FastifyReply, requestIds: readonly string[]) {
  const plan = await request.inTx((tx) =>
    asSystem(tx, async () => {
      const planned = await planReminders(tx, { requestIds })
      const readers = [...new Set(planned.send.flatMap((one) => one.signers))]
      const people = await readPeople(tx, readers)
      return {
        planned,
        readers: readers.length,
        withoutMail: readers.filter((id) => people.get(id)?.email == null).length,
      }
    }),
  )
  return reply.view(
    <RemindView
      chosen={requestIds.length}
      askings={plan.planned.send.length}
      readers={plan.readers}
      withoutMail={plan.withoutMail}
      skipped={plan.planned.skipped}
      ids={plan.planned.send.map((one) => one.id)}
    />,
  )
}

async function idsOf(tx: Tx, every: string): Promise<string[]> {
  const query = listQuery.parse(Object.fromEntries(new URLSearchParams(every.replace(/^\?/, ''))))
  const rows = await listAskings(tx, { ...filterOf(query, MOST), page: 1 })
  return rows.map((row) => row.id)
}
