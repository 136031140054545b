import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackFile } from '#pack/load/fault.ts'
import { type Loaded, loadPack } from '#pack/load/load-pack.ts'
import type { Pack } from '#pack/types/pack.ts'

const packs = join(import.meta.dirname, '../../packs')

/** The YAML files of a pack's folder, as the loader takes them. */
export function packFiles(name: string): PackFile[] {
  const folder = join(packs, name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/** A pack as it is loaded, with its faults. */
export const loadNamed = (name: string): Loaded => loadPack(packFiles(name))

/** A pack that has no fault of form. */
export function readPack(name: string): Pack {
  const { pack, faults } = loadNamed(name)
  if (pack === null) throw new Error(`The pack ${name} has faults: ${JSON.stringify(faults.slice(0, 3))}`)
  return pack
}
