import type { Path } from '../../load/positions.ts'
import type { Additions, Extension, Overlay } from '../../types/overlay.ts'
import type { Pack } from '../../types/pack.ts'
import { partsOf } from '../../types/parts.ts'

/** A part of an extended pack, and where it is written. */
export interface Origin {
  readonly path: Path
  readonly from: Path
}

/** A pack with what a school adds, and where the added parts stand in its overlay. */
export interface Extended {
  readonly pack: Pack
  readonly origins: readonly Origin[]
}

/** A pack with what one school adds to it. What stands there already stays as it is, whatever the overlay says. */
export function extend(pack: Pack, id: string, overlay: Overlay): Extended {
  const origins: Origin[] = []
  let extended =
    overlay.adds === undefined ? pack : withAdditions(pack, ['overlays', id, 'adds'], overlay.adds, origins)
  for (const [index, more] of overlay.extends.entries())
    extended = withMore(extended, ['overlays', id, 'extends', index], more, origins)
  return { pack: extended, origins }
}

function withAdditions(pack: Pack, from: Path, adds: Additions, origins: Origin[]): Pack {
  const changed: Record<string, unknown> = {}
  for (const [holder, added] of Object.entries(adds)) {
    if (added === undefined) continue
    const before: unknown = Reflect.get(pack, holder)
    if (Array.isArray(added) && Array.isArray(before)) {
      for (const index of added.keys())
        origins.push({ path: [holder, before.length + index], from: [...from, holder, index] })
      changed[holder] = [...before, ...added]
    } else if (typeof before === 'object' && before !== null) {
      const fresh = Object.entries(added).filter(([key]) => !Object.hasOwn(before, key))
      for (const [key] of fresh) origins.push({ path: [holder, key], from: [...from, holder, key] })
      changed[holder] = { ...before, ...Object.fromEntries(fresh) }
    }
  }
  return { ...pack, ...changed }
}

function withMore(pack: Pack, from: Path, more: Extension, origins: Origin[]): Pack {
  if ('assent' in more) return append(pack, from, ['assents', idIn(more.assent), 'items'], more.items, origins)
  if ('list' in more) return append(pack, from, ['lists', idIn(more.list), 'values'], more.values, origins)
  if ('record' in more) return append(pack, from, ['records', idIn(more.record), 'fields'], more.fields, origins)
  const index = pack.clauses.findIndex((clause) => clause.id === more.clause)
  const clause = pack.clauses[index]
  if (clause === undefined) return pack
  const fresh = more.kept_by.filter((ref) => !clause.kept_by.includes(ref))
  note(origins, ['clauses', index, 'kept_by'], clause.kept_by.length, [...from, 'kept_by'], fresh.length)
  const kept_by = [...clause.kept_by, ...fresh]
  return { ...pack, clauses: pack.clauses.with(index, { ...clause, kept_by }) }
}

const idIn = (ref: string): string => partsOf(ref)?.id ?? ''

function append(
  pack: Pack,
  from: Path,
  [holder, id, key]: readonly ['assents' | 'lists' | 'records', string, 'items' | 'values' | 'fields'],
  added: readonly { readonly id: string }[],
  origins: Origin[],
): Pack {
  const things = pack[holder]
  const thing = Object.hasOwn(things, id) ? things[id] : undefined
  const before: unknown = thing === undefined ? undefined : Reflect.get(thing, key)
  if (thing === undefined || !Array.isArray(before)) return pack
  note(origins, [holder, id, key], before.length, [...from, key], added.length)
  return { ...pack, [holder]: { ...things, [id]: { ...thing, [key]: [...before, ...added] } } }
}

function note(origins: Origin[], path: Path, first: number, from: Path, count: number): void {
  for (let index = 0; index < count; index += 1)
    origins.push({ path: [...path, first + index], from: [...from, index] })
}
