import { z } from 'zod'
import { looksAfter, readSettings } from '#areas/policy/index.ts'
import { lettersHref } from '#areas/sign-in/index.ts'
import { systemActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { listMail, mailHeldUp } from '../queries/list-mail.ts'
import { OutboxView } from '../views/outbox-view.tsx'

const SIZE = 50
const querystring = z.object({ page: z.coerce.number().int().min(1).max(20).catch(1) })

/** The mail that left or waits: for whoever looks after it, and in the sample for all staff, who have no mailbox there. */
export async function outboxPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.outbox.route,
    { schema: { querystring }, config: { audit: 'outbox.viewed', access: ['staff'] } },
    async (request, reply) => {
      const actor = request.person()
      const { page } = request.query
      const { mayLook, settings } = await request.inTx(async (tx) => ({
        mayLook: parts.sample || (await looksAfter(tx, 'mail')),
        settings: await readSettings(tx),
      }))
      if (!mayLook) throw new Forbidden('outbox')
      const reader = parts.sample ? systemActor(actor.organisationId, 'sample/outbox') : actor
      const found = await parts.db.inTx(reader, async (tx) => ({
        ...(await listMail(tx, page, SIZE)),
        heldUp: parts.mail.sends ? await mailHeldUp(tx) : null,
      }))
      return reply.view(
        <OutboxView
          {...found}
          page={page}
          size={SIZE}
          sends={parts.mail.sends}
          now={parts.clock.now()}
          zone={settings.zone}
          lettersHref={lettersHref()}
        />,
      )
    },
  )
}
