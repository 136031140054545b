import { holderOfKind } from '#pack/edit/holders.ts'
import { isMap, valueAt } from '#pack/edit/place.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Pack } from '#pack/types/pack.ts'

const MOST = 40

/** The controls, and steps and statements of controls, whose sentence has every word that is looked for. */
export function keepersFor(pack: Pack, kinds: readonly string[], query: string): string[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  return kinds
    .flatMap((kind) => refsOf(pack, kind))
    .filter((ref) => {
      const says = `${ref.replaceAll(/[_/#]/g, ' ')} ${sentenceOf(pack, ref)}`.toLowerCase()
      return wanted.every((word) => says.includes(word))
    })
    .slice(0, MOST)
}

function refsOf(pack: Pack, kind: string): string[] {
  const things = valueAt(pack, [holderOfKind(kind) ?? ''])
  return Object.entries(isMap(things) ? things : {}).flatMap(([id, thing]) => [
    `${kind}/${id}`,
    ...partsOfThing(thing).map((part) => `${kind}/${id}#${part}`),
  ])
}

function partsOfThing(thing: unknown): string[] {
  if (!isMap(thing)) return []
  const items = Array.isArray(thing.items)
    ? thing.items.flatMap((item) => (isMap(item) && typeof item.id === 'string' ? [item.id] : []))
    : []
  return [...items, ...Object.keys(isMap(thing.steps) ? thing.steps : {})]
}
