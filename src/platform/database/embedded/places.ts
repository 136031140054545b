import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { Halt } from '#core/errors.ts'
import type { Account } from './account.ts'
import { accountOf, canEnter, isRoot, pickAccount } from './account.ts'

/** Where one embedded database lives, its password, and the account that runs it (null: our own). */
export interface Places {
  /** PostgreSQL's own folder. */
  readonly cluster: string
  /** The folder around it: lock, server log, and a copy of the binaries where one is needed. */
  readonly home: string
  readonly password: string
  readonly account: Account | null
}

/** Where things go when PostgreSQL's account cannot enter the data folder. */
const SHARED_HOME = '/var/lib/kept'

const recordShape = z.object({ what: z.literal('kept embedded database'), cluster: z.string(), password: z.string() })

/** Finds the places of a data folder, choosing them at the first start and remembering them in `database.json`. */
export function findPlaces(dataFolder: string, log: (line: string) => void): Places {
  const folder = makeFolder(dataFolder)
  const file = join(folder, 'database.json')
  if (!existsSync(file)) choose(folder, file, log)
  const record = read(file)
  const cluster = resolve(folder, record.cluster)
  const home = dirname(cluster)
  return { cluster, home, password: record.password, account: runner(cluster, log) }
}

/** Where a copy of the binaries goes: beside other data as an ordinary user, to one shared place as root. */
export const copiesOf = (places: Places): string => (places.account === null ? places.home : SHARED_HOME)

function makeFolder(dataFolder: string): string {
  try {
    // As root others may pass through to the database, and see nothing on the way.
    if (mkdirSync(dataFolder, { recursive: true }) !== undefined) chmodSync(dataFolder, isRoot() ? 0o711 : 0o700)
    const folder = realpathSync(dataFolder)
    const probe = join(folder, `.write-test-${randomBytes(6).toString('hex')}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return folder
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new Halt(
      `The data folder ${dataFolder} cannot be written (${code}): make it writable, or set KEPT_DATA to another folder.`,
      { cause },
    )
  }
}

function choose(folder: string, file: string, log: (line: string) => void): void {
  if (existsSync(join(folder, 'postgres'))) {
    throw new Halt(
      `${file} is missing beside the database: put it back from a backup; without it nobody can sign in to the database.`,
    )
  }
  const account = isRoot() ? pickAccount(log) : null
  const inside = account === null || canEnter(account, folder)
  const cluster = inside ? 'postgres' : join(SHARED_HOME, randomBytes(4).toString('hex'), 'postgres')
  if (!inside) {
    // Modes are set afterwards, because a strict umask would shut the account out here too.
    if (mkdirSync(SHARED_HOME, { recursive: true }) !== undefined) chmodSync(SHARED_HOME, 0o755)
    mkdirSync(dirname(cluster))
    chmodSync(dirname(cluster), 0o711)
    log(`The database is kept in ${dirname(cluster)}, because its user “${account.name}” cannot enter ${folder}.`)
  }
  const record = { what: 'kept embedded database', cluster, password: randomBytes(24).toString('base64url') }
  place(file, `${JSON.stringify(record)}\n`)
}

// Two first starts at once must agree on one record: the first to link wins.
function place(file: string, text: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (cause) {
    if (!existsSync(file)) throw cause
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(file: string): z.infer<typeof recordShape> {
  try {
    return recordShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // The cause is left out on purpose: it could quote the password.
    throw new Halt(
      `${file} cannot be read or is damaged: start Kept as the user who made it, or put it back from a backup.`,
    )
  }
}

// An existing database keeps its owner, whichever account a new one would get today.
function runner(cluster: string, log: (line: string) => void): Account | null {
  if (!isRoot()) return null
  if (!existsSync(cluster)) return pickAccount(log)
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? pickAccount(log) : accountOf(uid, gid)
}
