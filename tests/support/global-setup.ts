import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { availableMemory } from 'node:process'
import type { TestProject } from 'vitest/node'
import { systemClock } from '#core/clock.ts'
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'
import { prepareJobs } from '#platform/jobs/runner.ts'
import { asAdmin, TEST_PASSWORDS, urlOf } from './urls.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
    template: string
  }
}

/** One server for the whole run, one migrated template database; each test file clones it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serverForTests()
  // Two runs may meet on one server.
  const name = `kept_template_${randomUUID().replaceAll('-', '')}`
  await asAdmin(server.url, `create database ${name} template template0 encoding 'UTF8'`)
  const template = urlOf(server.url, name)
  await prepareDatabase(template, TEST_PASSWORDS)
  await migrateAsSchoolsDo(roleUrl(template, 'kept_owner', TEST_PASSWORDS))
  await prepareJobs(template, roleUrl(template, 'kept_jobs', TEST_PASSWORDS))
  project.provide('adminUrl', server.url)
  project.provide('template', name)
  return async () => {
    await asAdmin(server.url, `drop database ${name} with (force)`)
    await server.stop()
  }
}

// Some at once at first, and then one by one: a school that upgrades meets each of them in a new connection, which has loaded
// nothing that an earlier migration did.
const AT_ONCE = 40

async function migrateAsSchoolsDo(ownerUrl: string): Promise<void> {
  const all = await readMigrations(join(projectRoot(), 'migrations'))
  for (let count = AT_ONCE; count <= Math.max(AT_ONCE, all.length); count += 1)
    await migrate(ownerUrl, all.slice(0, count))
}

/** `KEPT_TEST_DATABASE_URL` names a server to use instead (an administrator's URL), for instance Debian's. */
async function serverForTests(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.KEPT_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(roomyFolder(), 'kept-test-'))
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

const MEMORY = '/dev/shm'
const ROOM = 3 * 1024 ** 3

/**
 * A clone is more than a thousand small files, made and thrown away with each test file: on a disk that is half a second of
 * work each time, in memory a twentieth of it.
 */
function roomyFolder(): string {
  if (!existsSync(MEMORY) || availableMemory() < 2 * ROOM) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize < ROOM ? tmpdir() : MEMORY
}

// Nobody misses these rows after a power cut; what must survive one is proved by the crash tests, on servers of their own.
async function forgetful(url: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes']) await asAdmin(url, `alter system set ${setting} = off`)
  // The log would grow to a gigabyte before it is used again.
  await asAdmin(url, "alter system set max_wal_size = '256MB'")
  // A statement under row policies takes longer to plan than to run on a table of a few rows, and each file has connections
  // of its own: each plans what comes again once, and not six times before it keeps a plan.
  await asAdmin(url, 'alter system set plan_cache_mode = force_generic_plan')
  await asAdmin(url, 'select pg_reload_conf()')
}
