import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { RecordHome } from '../home.ts'
import { readCaseIn } from '../queries/read-case.ts'
import { listLooks } from './list-looks.ts'
import { LooksView } from './looks-view.tsx'

/** Who has looked at a record, when, and why. */
export function looksPage(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.looks.route,
    { schema: { params: z.object({ id: z.uuid() }) }, config: { audit: `${home.audit}.looks.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => {
        const one = await readCaseIn(tx, home, request.params.id)
        return {
          id: one.id,
          reference: one.reference,
          looks: await listLooks(tx, one.id),
          zone: (await readSettings(tx)).zone,
          now: nowIn(tx),
        }
      })
      return reply.view(<LooksView home={home} {...found} />)
    },
  )
}
