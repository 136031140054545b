import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Fault, PackFile } from '#pack/load/fault.ts'
import { readPack } from '#pack/report.ts'
import type { Pack } from '#pack/types/pack.ts'

/** The files of a pack folder, as the loader takes them. */
export const packFiles = (folder: string): PackFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))

/** A pack folder that may be published, or the first reason why it may not. Whoever publishes reads packs through here. */
export type PackFolder = { readonly pack: Pack } | { readonly fault: string }

// Checking a pack takes a second of the whole program, and the set-up page asks for all of them each time: what was read
// from exactly these files is kept.
const known = new Map<string, { readonly hash: string; readonly read: PackFolder }>()

/** Reads a pack folder with every check that comes before a publication. */
export function publishablePack(folder: string): PackFolder {
  const files = packFiles(folder)
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  const before = known.get(folder)
  if (before?.hash === hash) return before.read
  const read = checked(folder, files)
  known.set(folder, { hash, read })
  return read
}

function checked(folder: string, files: readonly PackFile[]): PackFolder {
  const { pack, faults } = readPack(files, { publish: true })
  const [first] = faults
  return pack === null || first !== undefined ? { fault: sayFault(basename(folder), first) } : { pack }
}

const sayFault = (name: string, fault: Fault | undefined): string =>
  fault === undefined ? `${name} cannot be read` : `${name}/${fault.file}:${fault.line}:${fault.column} ${fault.says}`
