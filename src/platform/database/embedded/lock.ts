import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type Clock, systemClock } from '#core/clock.ts'
import { Halt } from '#core/errors.ts'
import type { ProcessIdentity } from './process-identity.ts'
import { identify, lives } from './process-identity.ts'

/** Held while one Kept works on one database folder. */
export interface Lock {
  release(): void
}

const held = z.object({
  pid: z.int(),
  startedAt: z.string(),
  bootId: z.string(),
  since: z.string(),
  address: z.string().nullable(),
})

/** Takes the lock of a folder, also from a holder that has died; refuses while the holder lives. */
export function takeLock(
  folder: string,
  options: { readonly clock?: Clock; readonly address?: string | undefined } = {},
): Lock {
  const file = join(folder, 'kept.lock')
  const me = identify(process.pid)
  if (me === null) throw new Error('this process cannot be identified')
  const since = (options.clock ?? systemClock).now().toString()
  const mine = `${JSON.stringify({ ...me, since, address: options.address ?? null })}\n`
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (place(file, mine)) return { release: () => release(file, mine) }
    const theirs = read(file)
    if (theirs !== null) clearIfDead(file, theirs, folder)
  }
  throw new Halt(`Another start is working in ${folder} at this moment: wait for it, then try again.`)
}

// Linked into place from a draft, because a reader must never meet half a lock.
function place(file: string, text: string): boolean {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, text, { mode: 0o644, flag: 'wx' })
  try {
    linkSync(draft, file)
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cause
  } finally {
    rmSync(draft, { force: true })
  }
}

function clearIfDead(file: string, text: string, folder: string): void {
  const holder = parse(text)
  if (holder !== null && lives(holder)) {
    const where = holder.address === null ? '' : ` at ${holder.address}`
    throw new Halt(
      `Kept already runs on ${folder}${where} (process ${holder.pid}): stop it first, or set KEPT_DATA to another folder.`,
    )
  }
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  // Somebody else may have cleared the same lock and placed a new one just before: theirs goes back.
  if (read(aside) !== text) place(file, read(aside) ?? '')
  rmSync(aside, { force: true })
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true })
}

function parse(text: string): (ProcessIdentity & { address: string | null }) | null {
  try {
    return held.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Whether a living process holds the lock of a folder. */
export function holderOf(folder: string): boolean {
  const text = read(join(folder, 'kept.lock'))
  const holder = text === null ? null : parse(text)
  return holder !== null && lives(holder)
}
