import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#config/config.ts'
import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/database.ts'
import { runningServer } from '#platform/database/embedded/running-server.ts'
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts'
import { checkExternal } from '#platform/database/external/check-external.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import type { RolePasswords } from '#platform/database/roles.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'
import { prepareJobs } from '#platform/jobs/runner.ts'
import type { Keys } from '#platform/keys/keys.ts'
import { loadKeys } from '#platform/keys/keys.ts'

/** The technical ground of a running program: keys, a migrated database, and the way to stop it all in order. */
export interface Ground {
  readonly config: Config
  readonly keys: Keys
  readonly clock: Clock
  readonly db: Database
  readonly webUrl: string
  readonly jobsUrl: string
  readonly adminUrl: string
  stop(): Promise<void>
}

export interface GroundOptions {
  readonly log: (line: string) => void
  readonly clock?: Clock
  /** A command beside a running program: it uses the server that runs, and leaves it as it is. */
  readonly guest?: boolean
  /** Called once when the embedded database dies while nobody asked it to stop. */
  readonly onDatabaseExit?: (line: string) => void
}

/** Opens the database of the settings, embedded or given, and brings it up to this program. */
export async function openGround(config: Config, options: GroundOptions): Promise<Ground> {
  const clock = options.clock ?? systemClock
  const server = await serverOf(config, clock, options)
  try {
    // A new key only for a new database: what the lost one locked would stay locked for ever.
    const keys = loadKeys(config.data.keyFile, { create: await isFresh(server.url) })
    const passwords = passwordsOf(keys)
    const jobsUrl = roleUrl(server.url, 'kept_jobs', passwords)
    if (!server.visited) await prepare(config, server.url, passwords, options.log)
    const webUrl = roleUrl(server.url, 'kept_web', passwords)
    const db = openDatabase(webUrl, { clock })
    const stop = async () => {
      await db.close()
      await server.stop()
    }
    return { config, keys, clock, db, webUrl, jobsUrl, adminUrl: server.url, stop }
  } catch (cause) {
    await server.stop()
    throw cause
  }
}

async function serverOf(
  config: Config,
  clock: Clock,
  options: GroundOptions,
): Promise<{ url: string; visited: boolean; stop(): Promise<void> }> {
  const given = config.secrets.databaseUrl
  if (given !== null) {
    await checkExternal(given)
    return { url: given, visited: false, stop: async () => {} }
  }
  const running = options.guest === true ? runningServer(config.data.folder, options.log) : null
  if (running !== null) return { url: running, visited: true, stop: async () => {} }
  const server = await startEmbedded({
    dataFolder: config.data.folder,
    log: options.log,
    clock,
    address: config.web.baseUrl,
    ...(options.onDatabaseExit === undefined ? {} : { onExit: options.onDatabaseExit }),
  })
  return { url: server.url, visited: false, stop: () => server.stop() }
}

async function isFresh(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ made: string | null }>("select to_regclass('kept.migration')::text as made")
    return rows[0]?.made == null
  } finally {
    await client.end()
  }
}

async function prepare(
  config: Config,
  adminUrl: string,
  passwords: RolePasswords,
  log: (line: string) => void,
): Promise<void> {
  await prepareDatabase(adminUrl, passwords)
  await migrate(roleUrl(adminUrl, 'kept_owner', passwords), await readMigrations(join(config.root, 'migrations')), log)
  await prepareJobs(adminUrl, roleUrl(adminUrl, 'kept_jobs', passwords))
}

// The roles belong to the cluster; their passwords follow from the key, so that no second secret has to be kept.
const passwordsOf = (keys: Keys): RolePasswords => ({
  kept_owner: keys.derive('database role kept_owner', 1).toString('base64url'),
  kept_web: keys.derive('database role kept_web', 1).toString('base64url'),
  kept_jobs: keys.derive('database role kept_jobs', 1).toString('base64url'),
})
