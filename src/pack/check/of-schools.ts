import { extend, type Origin } from '../engines/schools/extend.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Overlay } from '../types/overlay.ts'
import type { Pack } from '../types/pack.ts'
import type { Places, Rule } from './view.ts'

/** A pack without what its schools add: the group's own policy. */
export function withoutAdditions(pack: Pack): Pack {
  const adding = Object.values(pack.overlays).some((one) => one.adds !== undefined || one.extends.length > 0)
  // One object for each pack: what is compiled is kept by it.
  if (!adding) return pack
  const sets = Object.entries(pack.overlays).map(([id, { school, sets }]): [string, Overlay] => [
    id,
    { school, sets, extends: [] },
  ])
  return { ...pack, overlays: Object.fromEntries(sets) }
}

/** The policy of each school that adds to the group's, checked as a whole; what is wrong with the group's own is left out. */
export function checkSchools(pack: Pack, places: Places, rules: readonly Rule[], known: readonly Fault[]): Fault[] {
  const before = new Set(known.map(nameOf))
  return Object.entries(pack.overlays).flatMap(([id, overlay]) => {
    if (overlay.adds === undefined && overlay.extends.length === 0) return []
    const { pack: extended, origins } = extend(pack, id, overlay)
    const view = { pack: { ...extended, overlays: {} }, positions: placesWithin(places, origins) }
    return rules.flatMap((rule) => rule(view)).filter((fault) => !before.has(nameOf(fault)))
  })
}

const nameOf = ({ file, line, column, rule }: Fault): string => `${file}:${line}:${column} ${rule}`

/** Places of an extended pack: what was added stands in its overlay. */
function placesWithin(places: Places, origins: readonly Origin[]): Places {
  const froms = new Map(origins.map(({ path, from }) => [JSON.stringify(path), from]))
  const at = (path: Path): Path => {
    for (let length = path.length; length > 0; length -= 1) {
      const from = froms.get(JSON.stringify(path.slice(0, length)))
      if (from !== undefined) return [...from, ...path.slice(length)]
    }
    return path
  }
  return {
    inside: (path, offset) => places.inside(at(path), offset),
    key: (path) => places.key(at(path)),
    fault: (path, rule, says) => places.fault(at(path), rule, says),
    faultAtKey: (path, rule, says) => places.faultAtKey(at(path), rule, says),
  }
}
