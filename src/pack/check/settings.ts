import { resolveIn } from '../engines/schools/resolve.ts'
import { isSettingRef, settingValue, valueOfSetting } from '../engines/schools/setting-value.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { range } from '../types/base.ts'
import { type Pack, pack as packType } from '../types/pack.ts'
import type { Setting } from '../types/reading.ts'
import { plainAmount, point, rhythm, window } from '../types/time.ts'
import type { Scalar } from '../types/value.ts'
import type { View } from './view.ts'

/** What a setting holds is of its type. */
export const settingTypes = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.settings).flatMap(([id, setting]) => {
    const value = valueOfSetting(setting)
    if (value === undefined || fitsType(setting.type, value)) return []
    const nested = typeof setting.value === 'object' && !Array.isArray(setting.value)
    const path = ['settings', id, 'value', ...(nested ? ['value'] : [])]
    return [positions.fault(path, 'setting_type', `setting/${id} is ${TYPES[setting.type]}, and this is none.`)]
  })

/** What a value of each type is called. */
export const TYPES: Readonly<Record<Setting['type'], string>> = {
  integer: 'a whole number',
  number: 'a number',
  text: 'a text',
  boolean: 'true or false',
  time: 'a time like 24 h, 10 school days or term',
  range: 'a count like "2" or "2.."',
  list: 'a list of texts',
  times: 'a list of times like school days 12:15 to 13:10',
}

/** Whether a value is of the type that a setting has. */
export function fitsType(type: Setting['type'], value: Scalar): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'list') return Array.isArray(value)
  if (type === 'times')
    return Array.isArray(value) && value.length > 0 && value.every((one) => window.safeParse(one).success)
  if (type === 'time') return [plainAmount, rhythm, point].some((shape) => shape.safeParse(value).success)
  if (type === 'range') return range.safeParse(value).success
  return typeof value === { number: 'number', text: 'string', boolean: 'boolean' }[type]
}

/** A setting stands only where its value could stand. */
export function settingsFit({ pack, positions }: View): Fault[] {
  const places = [...settingPlaces(pack)]
  const held = (ref: string) => settingValue(pack, ref)
  const { overlays: _, settings, ...rest } = pack
  if (places.length === 0 || packType.safeParse({ ...resolveIn(rest, held), settings }).success) return []
  return places.flatMap(({ path, setting }) => {
    const value = held(setting)
    return value === undefined || packType.safeParse(withAt({ ...rest, settings }, path, value)).success
      ? []
      : [positions.fault([...path, 'setting'], 'wrong_setting', `What ${setting} holds cannot stand here.`)]
  })
}

function* settingPlaces(pack: Pack): Generator<{ readonly path: Path; readonly setting: string }> {
  for (const key of Object.keys(pack)) if (key !== 'overlays') yield* placesIn(Reflect.get(pack, key), [key])
}

function* placesIn(value: unknown, path: Path): Generator<{ readonly path: Path; readonly setting: string }> {
  if (isSettingRef(value)) yield { path, setting: value.setting }
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* placesIn(item, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* placesIn(item, [...path, key])
}

function withAt(value: unknown, [first, ...more]: Path, put: unknown): unknown {
  if (first === undefined) return put
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? withAt(item, more, put) : item))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [first]: withAt(Reflect.get(value, first), more, put) }
}
