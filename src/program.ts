import { join } from 'node:path'
import type { Config } from '#config/config.ts'
import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/database.ts'
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
  /** Called once when the embedded database dies while nobody asked it to stop. */
  readonly onDatabaseExit?: (line: string) => void
}

/** Opens the database of the settings, embedded or given, and brings it up to this program. */
export async function openGround(config: Config, options: GroundOptions): Promise<Ground> {
  const clock = options.clock ?? systemClock
  const server = await serverOf(config, clock, options)
  try {
    const keys = loadKeys(config.data.keyFile, { create: true })
    const passwords = passwordsOf(keys)
    await prepareDatabase(server.url, passwords)
    await migrate(
      roleUrl(server.url, 'kept_owner', passwords),
      await readMigrations(join(config.root, 'migrations')),
      options.log,
    )
    const jobsUrl = roleUrl(server.url, 'kept_jobs', passwords)
    await prepareJobs(server.url, jobsUrl)
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
): Promise<{ url: string; stop(): Promise<void> }> {
  const given = config.secrets.databaseUrl
  if (given !== null) {
    await checkExternal(given)
    return { url: given, stop: async () => {} }
  }
  return startEmbedded({
    dataFolder: config.data.folder,
    log: options.log,
    clock,
    address: config.web.baseUrl,
    ...(options.onDatabaseExit === undefined ? {} : { onExit: options.onDatabaseExit }),
  })
}

// The roles belong to the cluster; their passwords follow from the key, so that no second secret has to be kept.
const passwordsOf = (keys: Keys): RolePasswords => ({
  kept_owner: keys.derive('database role kept_owner', 1).toString('base64url'),
  kept_web: keys.derive('database role kept_web', 1).toString('base64url'),
  kept_jobs: keys.derive('database role kept_jobs', 1).toString('base64url'),
})
