import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '#pack/load/load-pack.ts'
import type { Pack } from '#pack/types/pack.ts'
import { projectRoot } from '#platform/database/project-root.ts'

const loaded = new Map<string, Pack>()

/** A pack of the repository, loaded from its real files. */
export function packNamed(name: string): Pack {
  const held = loaded.get(name)
  if (held !== undefined) return held
  const folder = join(projectRoot(), 'packs', name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const { pack, faults } = loadPack(files)
  if (pack === null)
    throw new Error(faults.map((fault) => `${fault.file}:${fault.line}:${fault.column} ${fault.says}`).join('\n'))
  loaded.set(name, pack)
  return pack
}
