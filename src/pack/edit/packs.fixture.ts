import { readdirSync, readFileSync } from 'node:fs'
import { base } from '../check/given.ts'
import type { PackFile } from '../load/fault.ts'
import { loadPack } from '../load/load-pack.ts'
import { readPack } from '../report.ts'
import type { Pack } from '../types/pack.ts'

/** The names of the five packs of this program. */
export const packNames = [
  'independent-school',
  'village-primary',
  'special-all-through',
  'primary-federation',
  'specialist-group',
] as const

/** The files of one of the packs of this program. */
export function filesOf(name: string): PackFile[] {
  const folder = new URL(`../../../packs/${name}/`, import.meta.url)
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}

/** The small pack without faults that the tests of rules use. */
export function smallPack(): Pack {
  const { pack } = readPack([{ path: 'base.yaml', text: base }])
  if (pack === null) throw new Error('the small pack has a fault')
  return pack
}

/** One of the packs of this program, read. */
export function realPack(name: string): Pack {
  const { pack, faults } = loadPack(filesOf(name))
  if (pack === null) throw new Error(faults[0]?.says ?? name)
  return pack
}
