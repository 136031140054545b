import { Refused } from '#core/errors.ts'
import { formed } from '#pack/edit/apply.ts'
import { setAt } from '#pack/edit/change.ts'
import { isMap, type Place, readPlace, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { type Point, pointAt } from './points.ts'

/** One point, confirmed as it stands or with another value. */
export interface Settled {
  readonly place: string
  /** What holds instead of what stands there: an interval, a value, or the words of a reading. */
  readonly to?: string | number | boolean | readonly string[]
}

/**
 * The content with points settled: what was inferred becomes the school's own word, a reading is settled.
 * @throws Refused for a place that is no point, one that has no value yet and gets none, or a value that cannot stand there.
 */
export function settledContent(pack: Pack, settle: readonly Settled[]): Pack {
  const changed = settle.reduce<Pack>((now, one) => settleOne(now, one), pack)
  const read = formed(changed)
  if (read.ok) return read.content
  throw new Refused('policy.settle.value', read.faults[0]?.says ?? 'This value cannot stand here.')
}

function settleOne(pack: Pack, { place, to }: Settled): Pack {
  const point = pointAt(pack, place, true)
  const path = readPlace(place)
  if (point === null || path === null)
    throw new Refused('policy.settle.missing', 'This is not in the draft any more. Look at it again.')
  return setAt(pack, path, answered(point, to))
}

function answered(point: Point, to: Settled['to']): unknown {
  const { value, kind } = point
  if (!isMap(value)) return to === undefined ? value : { value: to, source: 'school' }
  if (kind === 'reading') return { ...value, ...(to === undefined ? {} : { holds: to }), settled: true }
  const { confidence: _known, ...rest } = value
  if (kind === 'part') return { ...rest, source: 'school' }
  const key = kind === 'value' ? 'value' : 'for' in rest ? 'for' : 'we_count'
  const holds = { ...rest, ...(to === undefined ? {} : { [key]: to }), source: 'school' }
  if (!('for_ever' in holds) && Reflect.get(holds, key) === undefined)
    throw new Refused('policy.settle.empty', `Nothing is said for “${point.title}” yet: give it a value.`)
  return holds
}

/**
 * The content with points open again, each as it was in `first`, the draft's first revision, where it stood there.
 * @throws Refused for a place that is no point.
 */
export function reopenedContent(pack: Pack, first: Pack, places: readonly string[]): Pack {
  return places.reduce<Pack>((now, place) => {
    const path = readPlace(place)
    if (path === null || pointAt(now, place, false) === null)
      throw new Refused('policy.settle.missing', 'This is not in the draft any more. Look at it again.')
    return setAt(now, path, openAgain(valueAt(now, path), valueAt(first, path), path))
  }, pack)
}

function openAgain(value: unknown, before: unknown, path: Place): unknown {
  if (path[0] === 'readings') return isMap(value) ? { ...value, ...own(before, ['holds']), settled: false } : value
  if (!isMap(value)) return value
  const { value: _said, ...rest } = value
  // What was empty at first is empty again; else what the school has said goes, and what was read into the policy is back.
  const back = isMap(before) && before.source === 'inferred' ? own(before, VALUES) : own(value, VALUES)
  return { ...rest, ...back, source: 'inferred' }
}

const VALUES = ['value', 'we_count', 'for', 'confidence']

const own = (value: unknown, keys: readonly string[]): Record<string, unknown> =>
  isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) : {}
