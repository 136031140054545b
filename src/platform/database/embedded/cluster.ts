import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Halt } from '#core/errors.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Places } from './places.ts'

/** The role that owns the embedded server; only migrations connect as it. */
export const ADMIN = 'kept_admin'

const DRAFT = 'postgres.new-'

/** Makes the database folder when there is none yet; refuses one of another PostgreSQL version. */
export async function ensureCluster(places: Places, binaries: Binaries, log: (line: string) => void): Promise<void> {
  if (existsSync(places.cluster)) return checkVersion(places.cluster, binaries)
  log('Making the database (a few seconds, only this once) …')
  clearDrafts(places.home)
  // Made under another name and renamed when it is whole: a crash in between leaves nothing half-made in place.
  const draft = join(places.home, `${DRAFT}${randomBytes(6).toString('hex')}`)
  mkdirSync(draft, { mode: 0o700 })
  giveTo(places.account, draft)
  await initialise(places, binaries, draft)
  writeFileSync(join(draft, 'pg_hba.conf'), `host all all 127.0.0.1/32 scram-sha-256\n`)
  renameSync(draft, places.cluster)
}

/** What a child process of the account gets: never our own environment, which may hold passwords. */
export const childOptions = (account: Account | null) => ({
  cwd: '/',
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
})

async function initialise(places: Places, binaries: Binaries, draft: string): Promise<void> {
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, places.password, { mode: 0o600, flag: 'wx' })
  giveTo(places.account, passwordFile)
  const args = ['-D', draft, '-U', ADMIN, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  args.push('--encoding=UTF8', '--locale-provider=libc', '--locale=C', '--text-search-config=simple')
  try {
    await promisify(execFile)(binaries.initdb, args, childOptions(places.account))
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    throw new Halt(`The database could not be made in ${places.home}: ${lastWords(cause)}`, { cause })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function checkVersion(cluster: string, binaries: Binaries): void {
  let made: string
  try {
    made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (cause) {
    throw new Halt(
      `The database in ${cluster} cannot be read: start Kept as the user who made it, or restore a backup.`,
      { cause },
    )
  }
  const carried = binaries.version.split('.')[0]
  if (made !== carried) {
    throw new Halt(
      `The database in ${cluster} was made by PostgreSQL ${made} and this Kept carries ${carried}: start the Kept that made it, take a backup, and restore that here.`,
    )
  }
}

function clearDrafts(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(DRAFT))) {
    // An initdb whose program was killed may still be writing; it ends by itself when its files go.
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function giveTo(account: Account | null, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

function lastWords(cause: unknown): string {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
  return said.split('\n').find((line) => /error|fatal/i.test(line)) ?? (said || String(cause))
}
