import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { NotFound } from '#core/errors.ts'
import { isUuid } from '#core/ids.ts'
import type { Keys } from '#platform/keys/keys.ts'
import { FileDamaged, sayNoRoom } from './errors.ts'
import { checkLocked, type ReadOptions, readLocked } from './read-locked.ts'
import { type Written, writeLocked } from './write-locked.ts'

/** A stored file that was found in order so far; the rest is checked while it is read. */
export interface OpenedFile {
  readonly bytes: number
  readonly content: Readable
}

/**
 * Files by the hash of their content, locked with the installation's key, apart for each organisation.
 * The same content twice is one file within an organisation and two across.
 */
export interface FileStore {
  /** Keeps a stream; throws `TooLarge` as soon as it is longer than allowed, and then nothing is kept. */
  put(
    organisationId: string,
    source: AsyncIterable<Uint8Array>,
    options: { readonly maxBytes: number },
  ): Promise<Written>
  /** Throws `NotFound`, or `FileDamaged` before a byte is given out when head, length or key do not fit. */
  open(organisationId: string, sha256: string): Promise<OpenedFile>
  has(organisationId: string, sha256: string): Promise<boolean>
  /** Only for retention: it decides, within its own transaction, that no record needs the file any more. */
  remove(organisationId: string, sha256: string): Promise<void>
  /** What was kept before a moment, some at a time: what came since may not have its row yet. */
  keptBefore(organisationId: string, before: Temporal.Instant): AsyncIterable<readonly string[]>
  /** Removes a file that was kept before a moment. Kept again meanwhile, it stays. */
  removeKept(organisationId: string, sha256: string, before: Temporal.Instant): Promise<void>
  /** Removes what crashes left unfinished before a moment; says how many there were. */
  sweep(before: Temporal.Instant): Promise<number>
}

/** A store in a folder of its own. */
export function createFileStore(folder: string, keys: Pick<Keys, 'current' | 'derive'>): FileStore {
  const incoming = join(folder, 'incoming')
  const where = (organisationId: string, sha256: string): ReadOptions => ({
    path: pathOf(folder, organisationId, sha256),
    organisationId,
    sha256,
    master: (version) => keys.derive('files', version),
  })
  return {
    async put(organisationId, source, { maxBytes }) {
      const draft = join(incoming, `${randomBytes(16).toString('hex')}.part`)
      const key = { version: keys.current, master: keys.derive('files', keys.current) }
      pathOf(folder, organisationId, ANY)
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      try {
        const written = await writeLocked(source, { path: draft, organisationId, maxBytes, ...key })
        await settle(draft, where(organisationId, written.sha256))
        return written
      } catch (fault) {
        throw sayNoRoom(fault)
      } finally {
        await rm(draft, { force: true })
      }
    },
    async open(organisationId, sha256) {
      const options = where(organisationId, sha256)
      const bytes = await checkLocked(options).catch(missingAsNotFound)
      return { bytes, content: Readable.from(readLocked(options), { objectMode: false }) }
    },
    has: (organisationId, sha256) => exists(pathOf(folder, organisationId, sha256)),
    remove: (organisationId, sha256) => rm(pathOf(folder, organisationId, sha256), { force: true }),
    keptBefore: (organisationId, before) => keptBefore(join(folder, organisationId), before),
    async removeKept(organisationId, sha256, before) {
      const path = pathOf(folder, organisationId, sha256)
      // Under another name it can be looked at in peace: should it have been kept again just now, it goes back.
      const aside = join(incoming, `${randomBytes(16).toString('hex')}.part`)
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      if (!(await moved(path, aside))) return
      if (await isOlder(aside, before)) await rm(aside, { force: true })
      else await moved(aside, path)
    },
    sweep: (before) => sweep(incoming, before),
  }
}

const ANY = '0'.repeat(64)

function pathOf(folder: string, organisationId: string, sha256: string): string {
  // Both come from our own tables, but a path is built from them, so neither is taken on trust.
  if (!isUuid(organisationId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new NotFound('file.missing')
  return join(folder, organisationId, sha256.slice(0, 2), sha256)
}

/** Gives a finished draft its name, over an older copy of the same content too: should that be damaged, it is mended. */
async function settle(draft: string, options: ReadOptions): Promise<void> {
  const folder = dirname(options.path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await rename(draft, options.path)
  } catch (fault) {
    // Windows does not replace a file that somebody reads; then the older copy has to be in order.
    await checkLocked(options).catch(() => {
      throw fault
    })
  }
  await syncFolder(folder)
  if (made !== undefined) for (const above of [dirname(folder), dirname(dirname(folder))]) await syncFolder(above)
}

/** A rename is durable when its folder is; Windows cannot open a folder and needs no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* keptBefore(folder: string, before: Temporal.Instant): AsyncIterable<readonly string[]> {
  for (const shelf of await readdir(folder).catch(() => [])) {
    const found: string[] = []
    for (const name of await readdir(join(folder, shelf)).catch(() => []))
      if (/^[0-9a-f]{64}$/.test(name) && (await isOlder(join(folder, shelf, name), before))) found.push(name)
    if (found.length > 0) yield found
  }
}

async function isOlder(path: string, before: Temporal.Instant): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.mtimeMs < before.epochMilliseconds
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false
    throw fault
  }
}

async function sweep(incoming: string, before: Temporal.Instant): Promise<number> {
  let removed = 0
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => null)
    if (found === null || found.mtimeMs >= before.epochMilliseconds) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ?? false
}

function missingAsNotFound(cause: unknown): never {
  if (cause instanceof FileDamaged) throw cause
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw new NotFound('file.missing')
  throw cause
}
