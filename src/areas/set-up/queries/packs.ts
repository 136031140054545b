import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openPlaces, programPack, programPacks } from '#areas/drafting/index.ts'
import { publishablePack, textOf } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'

/** A policy pack that a school can start from. */
export interface PackOnOffer {
  readonly name: string
  readonly title: string
  /** For what kind of school it was written. */
  readonly school: string
  readonly posts: readonly { readonly id: string; readonly says: string }[]
  readonly pack: Pack
}

/** The packs of this program that may be published, by name: one with a fault is not offered. */
export function packsOnOffer(root: string): PackOnOffer[] {
  const folder = join(root, 'packs')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      // Whatever waits to be confirmed is seen in a moment; the whole check takes a second of everybody's time.
      if (!isSettled(root, name)) return []
      const read = publishablePack(join(folder, name))
      return 'fault' in read ? [] : [offer(name, read.pack)]
    })
}

const isSettled = (root: string, name: string): boolean =>
  programPacks(root).some((pack) => pack.name === name) && openPlaces(programPack(root, name)).size === 0

const offer = (name: string, pack: Pack): PackOnOffer => ({
  name,
  title: textOf(pack.pack.title),
  school: pack.pack.school === undefined ? '' : textOf(pack.pack.school),
  posts: Object.entries(pack.parties).flatMap(([id, party]) =>
    party.kind === 'post' ? [{ id, says: textOf(party.says) }] : [],
  ),
  pack,
})
