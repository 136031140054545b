import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { systemClock } from '#core/clock.ts'
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'
import { prepareJobs } from '#platform/jobs/runner.ts'
import { TEST_PASSWORDS, urlOf } from './urls.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
  }
}

/** One server for the whole run, one migrated template database; each test file clones it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serverForTests()
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query('drop database if exists kept_template with (force)')
  await admin.query("create database kept_template template template0 encoding 'UTF8'")
  await admin.end()
  const template = urlOf(server.url, 'kept_template')
  await prepareDatabase(template, TEST_PASSWORDS)
  await migrate(
    roleUrl(template, 'kept_owner', TEST_PASSWORDS),
    await readMigrations(join(projectRoot(), 'migrations')),
  )
  await prepareJobs(template, roleUrl(template, 'kept_jobs', TEST_PASSWORDS))
  project.provide('adminUrl', server.url)
  return () => server.stop()
}

/** `KEPT_TEST_DATABASE_URL` names a server to use instead (an administrator's URL), for instance Debian's. */
async function serverForTests(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.KEPT_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'kept-test-'))
  // As root the database has a user of its own, who must be able to pass, or it would be put elsewhere and stay there.
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ dataFolder: folder, log: () => {}, clock: systemClock })
  await forgetful(server.url)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Nobody misses these rows after a power cut; what must survive one is proved by the crash tests, on servers of their own.
async function forgetful(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('alter system set fsync = off')
  await admin.query('alter system set full_page_writes = off')
  await admin.query('select pg_reload_conf()')
  await admin.end()
}
