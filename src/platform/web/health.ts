import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { oldestWait } from '../jobs/runner.ts'
import type { Web } from './server.ts'

const STUCK_SECONDS = 300

/** `/health/live`: the process answers. `/health/ready`: the database answers and no job has waited five minutes. */
export async function healthPages(app: Web, parts: { db: Database; jobsUrl: string }): Promise<void> {
  app.get(
    '/health/live',
    { schema: { querystring: z.object({}) }, config: { audit: 'health', access: 'public' } },
    async () => ({ live: true }),
  )
  app.get(
    '/health/ready',
    { schema: { querystring: z.object({}) }, config: { audit: 'health', access: 'public' } },
    async (_request, reply) => {
      const database = await sql`select 1`.execute(parts.db.identity).then(
        () => true,
        () => false,
      )
      const waited = database ? await oldestWait(parts.jobsUrl).catch(() => Number.POSITIVE_INFINITY) : null
      const ready = database && waited !== null && waited < STUCK_SECONDS
      return reply.code(ready ? 200 : 503).send({
        ready,
        database,
        oldestJobSeconds: waited === null || !Number.isFinite(waited) ? null : Math.round(waited),
      })
    },
  )
}
