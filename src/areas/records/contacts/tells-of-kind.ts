import type { Pack } from '#pack/types/pack.ts'
import { flowsIn, membersOf } from '#pack/types/parts.ts'

const known = new WeakMap<Pack, Map<string, readonly string[]>>()

/** Everybody whom the charts of a kind of record may tell, by the names of the pack. */
export function tellsOfKind(pack: Pack, kind: string): readonly string[] {
  const kinds = known.get(pack) ?? new Map<string, readonly string[]>()
  known.set(pack, kinds)
  const before = kinds.get(kind)
  if (before !== undefined) return before
  const charts = [pack.records[kind]?.steps ?? {}, ...flowsIn(pack, kind).map((flow) => pack.flows[flow]?.steps ?? {})]
  const told = charts.flatMap((steps) =>
    Object.values(steps).flatMap(({ tells }) => (tells === undefined ? [] : membersOf(tells))),
  )
  const found = [...new Set(told)]
  kinds.set(kind, found)
  return found
}
