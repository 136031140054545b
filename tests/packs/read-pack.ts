import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackFile } from '#pack/load/fault.ts'
import { type Loaded, loadPack } from '#pack/load/load-pack.ts'
import type { Pack } from '#pack/types/pack.ts'

const packs = join(import.meta.dirname, '../../packs')
const loaded = new Map<string, Loaded>()

/** The YAML files of a pack's folder, as the loader takes them. */
export function packFiles(name: string): PackFile[] {
  const folder = join(packs, name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/** A pack of the repository as it is loaded from its real files, with its faults; loaded once for all files of a worker. */
export function loadNamed(name: string): Loaded {
  const held = loaded.get(name)
  if (held !== undefined) return held
  const read = loadPack(packFiles(name))
  frozen(read.pack)
  loaded.set(name, read)
  return read
}

/** A pack that has no fault of form. */
export function readPack(name: string): Pack {
  const { pack, faults } = loadNamed(name)
  if (pack === null)
    throw new Error(faults.map((fault) => `${fault.file}:${fault.line}:${fault.column} ${fault.says}`).join('\n'))
  return pack
}

// Other tests hold the same pack: whoever changed it would change theirs.
function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
}
