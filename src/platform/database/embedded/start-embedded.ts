import pg from 'pg'
import type { Clock } from '#core/clock.ts'
import { findBinaries } from './binaries.ts'
import { ADMIN, ensureCluster } from './cluster.ts'
import { takeLock } from './lock.ts'
import { stopOrphan, stopProcess } from './orphan.ts'
import { copiesOf, findPlaces } from './places.ts'
import { identify } from './process-identity.ts'
import type { Running } from './server-process.ts'
import { launch } from './server-process.ts'

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** Gets one plain line per thing worth telling the person at the terminal. */
  readonly log: (line: string) => void
  readonly clock: Clock
  /** Where this Kept will be reached; a second start on the same data names it. */
  readonly address?: string
  /** Called once when the database dies while nobody asked it to stop. */
  readonly onExit?: (line: string) => void
}

export interface EmbeddedServer {
  /** Connects as the server's own administrator to the database `kept`. */
  readonly url: string
  /** Stops the database in order and gives the data folder free; may be called twice. */
  stop(): Promise<void>
}

/** Starts the PostgreSQL of a data folder, making it at the first start and recovering from any abrupt end. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const places = findPlaces(options.dataFolder, options.log)
  const lock = takeLock(places.home, options)
  try {
    const binaries = findBinaries(places.account, copiesOf(places), options.log)
    await stopOrphan(places.cluster, options.log)
    await ensureCluster(places, binaries, options.log)
    const running = await launch(places, binaries)
    const stop = watch(running, lock.release, options.onExit)
    try {
      return { url: await ensureDatabase(running.port, places.password), stop }
    } catch (cause) {
      await stop()
      throw cause
    }
  } catch (cause) {
    lock.release()
    throw cause
  }
}

function watch({ child }: Running, release: () => void, onExit?: (line: string) => void): () => Promise<void> {
  const known = child.pid === undefined ? null : identify(child.pid)
  let stopping: Promise<void> | null = null
  // The last resort when the program ends without stop(): an orderly stop begins even so.
  const onProcessExit = (): void => void child.kill('SIGINT')
  process.once('exit', onProcessExit)
  child.once('exit', (code, signal) => {
    process.off('exit', onProcessExit)
    if (stopping !== null) return
    release()
    onExit?.(`The database stopped by itself (${signal ?? `status ${code}`}): start Kept again, it recovers by itself.`)
  })
  const stop = async (): Promise<void> => {
    if (known !== null) await stopProcess(known)
    process.off('exit', onProcessExit)
    release()
  }
  return () => {
    stopping ??= stop()
    return stopping
  }
}

async function ensureDatabase(port: number, password: string): Promise<string> {
  const url = (database: string): string => `postgres://${ADMIN}:${password}@127.0.0.1:${port}/${database}`
  const client = new pg.Client({ connectionString: url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'kept'`)
    if (rowCount === 0) await client.query('create database kept')
  } finally {
    await client.end()
  }
  return url('kept')
}
