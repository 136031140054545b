import type { Overlay } from '../../types/overlay.ts'
import type { Pack } from '../../types/pack.ts'
import { partsOf } from '../../types/parts.ts'
import type { Scalar } from '../../types/value.ts'
import { runnable } from '../actions/runnable.ts'
import { extend } from './extend.ts'
import { resolveIn } from './resolve.ts'
import { valueOfSetting } from './setting-value.ts'

const made = new WeakMap<Pack, Map<string | null, Pack>>()
const written = new WeakMap<Pack, Pack>()

/** The pack as it is written, with the names of settings and every overlay. */
export const asWritten = (pack: Pack): Pack => written.get(pack) ?? pack

/**
 * The pack as it is carried out at one school: its settings resolved, with what the school's overlays set and add. Without
 * a school, as the whole organisation reads it: the group's own values, and what any school adds. One object for each
 * school of a pack: what is worked out from a pack is kept by the pack.
 */
export function packOf(pack: Pack, school: string | null = null): Pack {
  const source = asWritten(pack)
  const known = made.get(source) ?? new Map<string | null, Pack>()
  made.set(source, known)
  const carried = known.get(school) ?? runnable(carriedOut(source, school))
  known.set(school, carried)
  if (carried !== source) written.set(carried, source)
  return carried
}

/** The overlays of one school, in the order in which they are applied. */
const overlaysOf = (pack: Pack, school: string | null): [string, Overlay][] =>
  Object.entries(pack.overlays)
    .filter(([, overlay]) => overlay.school === school)
    .sort(([a], [b]) => (a < b ? -1 : 1))

function carriedOut(source: Pack, school: string | null): Pack {
  const own = overlaysOf(source, school)
  const sets = own.flatMap(([, overlay]) =>
    overlay.sets.map((set) => [partsOf(set.setting)?.id ?? '', set.to] as const),
  )
  const settings = withValues(source.settings, new Map(sets))
  const base = settings === source.settings ? source : { ...source, settings }
  const extended =
    school === null ? withEverySchool(base) : own.reduce((pack, [id, one]) => extend(pack, id, one).pack, base)
  const held = (ref: string): Scalar | undefined => {
    const setting = settings[partsOf(ref)?.id ?? '']
    return setting === undefined ? undefined : valueOfSetting(setting)
  }
  // What an overlay says of a setting is its name, not its value.
  const { overlays, ...rest } = extended
  const resolved = resolveIn(rest, held)
  return resolved === rest ? extended : { ...resolved, overlays }
}

function withValues(settings: Pack['settings'], values: ReadonlyMap<string, Scalar>): Pack['settings'] {
  if (values.size === 0) return settings
  return Object.fromEntries(
    Object.entries(settings).map(([id, setting]) => {
      const value = values.get(id)
      return [id, value === undefined ? setting : { ...setting, value }]
    }),
  )
}

function withEverySchool(pack: Pack): Pack {
  let all = pack
  for (const [id, overlay] of Object.entries(pack.overlays).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const says = pack.places[overlay.school]?.says ?? overlay.school
    const name = typeof says === 'string' ? says : (says[pack.pack.language] ?? overlay.school)
    const before = all.clauses.length
    all = extend(all, id, overlay).pack
    if (all.clauses.length > before) all = { ...all, clauses: marked(all.clauses, before, `Only at ${name}.`) }
  }
  return all
}

const marked = (clauses: Pack['clauses'], from: number, note: string): Pack['clauses'] =>
  clauses.map((clause, index) => (index < from || clause.note !== undefined ? clause : { ...clause, note }))
