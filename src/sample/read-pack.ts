import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Halt } from '#core/errors.ts'
import { loadPack } from '#pack/load/load-pack.ts'
import type { Pack } from '#pack/types/pack.ts'

/** The files of a pack folder, as the loader takes them. */
export function packFiles(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/**
 * A pack of this program by its folder's name.
 * @throws Halt with the first fault and its place.
 */
export function readPackFolder(folder: string): Pack {
  const { pack, faults } = loadPack(packFiles(folder))
  const [first] = faults
  if (pack === null || first !== undefined)
    throw new Halt(
      `${basename(folder)}/${first?.file}:${first?.line}:${first?.column} ${first?.says ?? 'cannot be read'}`,
    )
  return pack
}
