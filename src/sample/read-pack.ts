import { publishablePack } from '#areas/policy/index.ts'
import { Halt } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'

/**
 * A pack of this program by its folder, checked as for any publication.
 * @throws Halt with the first fault and its place.
 */
export function readPackFolder(folder: string): Pack {
  const read = publishablePack(folder)
  if ('fault' in read) throw new Halt(read.fault)
  return read.pack
}
