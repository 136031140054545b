import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { systemClock } from '#core/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'
import { prepareJobs } from '#platform/jobs/runner.ts'

/** A database of the bench's own, in a temporary folder: durable settings, as in real life. */
export interface World {
  readonly db: Database
  readonly webUrl: string
  readonly jobsUrl: string
  readonly admin: pg.Client
  close(): Promise<void>
}

const PASSWORDS = { kept_owner: 'bench', kept_web: 'bench', kept_jobs: 'bench' }

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'))
  const server = await startEmbedded({ dataFolder: folder, log: () => {}, clock: systemClock })
  await prepareDatabase(server.url, PASSWORDS)
  await migrate(roleUrl(server.url, 'kept_owner', PASSWORDS), await readMigrations(join(projectRoot(), 'migrations')))
  const jobsUrl = roleUrl(server.url, 'kept_jobs', PASSWORDS)
  await prepareJobs(server.url, jobsUrl)
  const webUrl = roleUrl(server.url, 'kept_web', PASSWORDS)
  const db = openDatabase(webUrl)
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  return {
    db,
    webUrl,
    jobsUrl,
    admin,
    close: async () => {
      await db.close()
      await admin.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
