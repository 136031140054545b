import { valueOfSetting } from '../engines/schools/setting-value.ts'
import { compareStrictness } from '../engines/schools/stricter.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Overlay } from '../types/overlay.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { isDefined } from './defined.ts'
import type { RuleId } from './rules.ts'
import { fitsType, TYPES } from './settings.ts'
import { type View, valuesOfKey } from './view.ts'

/** A school of a group makes values stricter and adds to what there is. It weakens nothing and changes nothing. */
export const overlays = (view: View): Fault[] =>
  Object.entries(view.pack.overlays).flatMap(([id, overlay]) => [
    ...ofASchool(view, id, overlay),
    ...stricterOnly(view, id, overlay),
    ...addsOnly(view, id, overlay),
    ...nothingOpened(view, id, overlay),
    ...extendsWhatIs(view, id, overlay),
  ])

function ofASchool({ pack, positions }: View, id: string, { school }: Overlay): Fault[] {
  const place = pack.places[school]
  if (place?.level === 'school') return []
  const says =
    place === undefined
      ? `There is no school “${school}” among the places.`
      : `“${school}” is a ${place.level}, no school.`
  return [positions.fault(['overlays', id, 'school'], 'unknown_place', says)]
}

function stricterOnly({ pack, positions }: View, id: string, { sets }: Overlay): Fault[] {
  const seen = new Set<string>()
  return sets.flatMap((set, index) => {
    const setting = pack.settings[partsOf(set.setting)?.id ?? '']
    const path = ['overlays', id, 'sets', index, 'to']
    if (seen.has(set.setting))
      return [
        positions.fault(['overlays', id, 'sets', index, 'setting'], 'duplicate_id', `${set.setting} is set twice.`),
      ]
    seen.add(set.setting)
    if (setting === undefined) return []
    const weakens = (says: string) => [positions.fault(path, 'overlay_weakens', says)]
    if (!fitsType(setting.type, set.to))
      return [positions.fault(path, 'setting_type', `${set.setting} is ${TYPES[setting.type]}, and this is none.`)]
    if (setting.stricter === undefined)
      return weakens(`${set.setting} does not say which way is stricter, so no school may change it.`)
    const own = valueOfSetting(setting)
    const compared = own === undefined ? 'fine' : compareStrictness(own, set.to, setting.stricter)
    if (compared === 'fine') return []
    return compared === 'weaker'
      ? weakens(`This is weaker than the group’s own value (${said(own)}); only ${setting.stricter} is allowed.`)
      : weakens(`Nobody can tell whether this is stricter than ${said(own)}: write it in the same unit.`)
  })
}

const said = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

/** What a school adds has names of its own: under a name that stands already it would change something. */
function addsOnly({ pack, positions }: View, id: string, overlay: Overlay): Fault[] {
  return [...namesOf(overlay, id)].flatMap(({ holder, name, path, isKey }) => {
    const fault = (rule: RuleId, says: string) =>
      isKey ? positions.faultAtKey(path, rule, says) : positions.fault(path, rule, says)
    if (stands(pack, holder, name))
      return [fault('overlay_weakens', `“${name}” is the group’s own: a school adds, and changes nothing.`)]
    const another = Object.entries(pack.overlays).find(
      ([other, one]) =>
        other < id && [...namesOf(one, other)].some((two) => two.holder === holder && two.name === name),
    )
    return another === undefined ? [] : [fault('duplicate_id', `“${name}” stands in overlay ${another[0]} already.`)]
  })
}

interface Added {
  readonly holder: string
  readonly name: string
  readonly path: Path
  /** In a list the id is a value; in a map it is a key. */
  readonly isKey: boolean
}

function* namesOf({ adds }: Overlay, id: string): Generator<Added> {
  for (const [holder, things] of Object.entries(adds ?? {})) {
    const path = ['overlays', id, 'adds', holder]
    if (!Array.isArray(things))
      for (const name of Object.keys(things ?? {})) yield { holder, name, path: [...path, name], isKey: true }
    else if (holder !== 'planned')
      for (const [index, thing] of things.entries())
        if ('id' in thing) yield { holder, name: thing.id, path: [...path, index, 'id'], isKey: false }
  }
}

function stands(pack: Pack, holder: string, name: string): boolean {
  if (holder === 'clauses' || holder === 'sections') return pack[holder].some((one) => one.id === name)
  const things: unknown = Reflect.get(pack, holder)
  return typeof things === 'object' && things !== null && Object.hasOwn(things, name)
}

/** A school's own steps and actions open no guard of the group. */
function nothingOpened({ pack, positions }: View, id: string, overlay: Overlay): Fault[] {
  return [...valuesOfKey(overlay.adds, 'open', ['overlays', id, 'adds'])].flatMap(({ path, value }) => {
    const guard = typeof value === 'string' ? partsOf(value) : null
    return guard?.kind === 'guard' && Object.hasOwn(pack.guards, guard.id)
      ? [positions.fault(path, 'overlay_weakens', `${value} is the group’s own: nothing of one school may open it.`)]
      : []
  })
}

/** What is extended is there. */
function extendsWhatIs({ pack, positions }: View, id: string, overlay: Overlay): Fault[] {
  return overlay.extends.flatMap((more, index) => {
    const path = ['overlays', id, 'extends', index]
    if ('clause' in more)
      return pack.clauses.some((clause) => clause.id === more.clause)
        ? []
        : [positions.fault([...path, 'clause'], 'unknown_clause', `There is no clause ${more.clause} in this policy.`)]
    const [key, ref] =
      'assent' in more ? ['assent', more.assent] : 'list' in more ? ['list', more.list] : ['record', more.record]
    const parts = partsOf(ref)
    return parts !== null && isDefined(pack, parts)
      ? []
      : [positions.fault([...path, key], 'unknown_reference', `There is no ${ref} in this pack.`)]
  })
}
