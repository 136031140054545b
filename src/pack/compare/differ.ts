import type { Words } from '../sentences/words.ts'
import type { Difference } from './difference.ts'
import { type Entry, entryName, entryWords, isEntries } from './entries.ts'
import { isMap, keysOf, same } from './equal.ts'
import { labelOf } from './labels.ts'
import { sayValue } from './say-value.ts'
import { isSaid, wordsDiffer } from './words-differ.ts'

/** The two packs in words, and the construct that is compared. */
export interface Sides {
  readonly old: Words
  readonly now: Words
  readonly ref: string
}

/** A place within a construct: its path, and how to say it. */
export interface Place {
  readonly path: string
  readonly trail: string
}

// Values that are one thing to a reader, though they are written with several keys.
const WHOLE = new Set(
  'within every due keep on to by owner for asked asked_on sooner_on wait_for for_each lasts value grace held_by break_glass reopening complaints support repeats late'.split(
    ' ',
  ),
)

/** Every place below this one that reads differently. */
export function differ(sides: Sides, place: Place, key: string, before: unknown, after: unknown): Difference[] {
  if (same(before, after)) return []
  if (isSaid(key, before) && isSaid(key, after))
    return wordsDiffer({ ...place, base: sides.now.pack.pack.language }, key, before, after)
  if (isEntries(before) && isEntries(after)) return entriesDiffer(sides, place, key, before, after)
  if (Array.isArray(before) && Array.isArray(after)) return listsDiffer(sides, place, key, before, after)
  if (isMap(before) && isMap(after) && !WHOLE.has(key)) return mapsDiffer(sides, place, key, before, after)
  return [valueDiffers(sides, place, key, before, after)]
}

function mapsDiffer(
  sides: Sides,
  place: Place,
  key: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Difference[] {
  return keysOf(before, after).flatMap((name) => {
    const [was, is] = [before[name], after[name]]
    const path = place.path === '' ? name : `${place.path}/${name}`
    if (key !== 'steps') return differ(sides, { path, trail: place.trail }, name, was, is)
    const entry = `step “${entryWords(sides, is ?? was)}”`
    const trail = joined(place.trail, entry)
    if (was !== undefined && is !== undefined) return differ(sides, { path, trail }, '', was, is)
    return same(was, is) ? [] : [comesOrGoes(path, place.trail, entry, is !== undefined)]
  })
}

/** A list whose entries have ids: added, taken out, in another order, changed within. */
function entriesDiffer(
  sides: Sides,
  place: Place,
  key: string,
  before: readonly Entry[],
  after: readonly Entry[],
): Difference[] {
  const [old, now] = [idsOf(before), idsOf(after)]
  const shared = old.filter((id) => now.includes(id))
  const moved = !same(
    shared,
    now.filter((id) => old.includes(id)),
  )
  const at = (id: string) => `${place.path}/#${id}`
  return [
    ...before.flatMap((one, index) =>
      now.includes(one.id)
        ? []
        : [comesOrGoes(at(one.id), place.trail, named(sides.old, sides, key, one, index, true), false)],
    ),
    ...after.flatMap((one, index) => {
      const was = before.find((other) => other.id === one.id)
      if (was === undefined)
        return [comesOrGoes(at(one.id), place.trail, named(sides.now, sides, key, one, index, true), true)]
      const trail = joined(place.trail, named(sides.now, sides, key, one, index, false))
      return differ(sides, { path: at(one.id), trail }, '', was, one)
    }),
    ...(moved
      ? [
          {
            path: place.path,
            says: joined(place.trail, `${plural(key)} in another order`),
            nature: 'order',
            marks: [],
          } as const,
        ]
      : []),
  ]
}

const named = (words: Words, sides: Sides, key: string, one: Entry, index: number, whole: boolean): string =>
  entryName(words, sides.ref, key, one, index, whole)

const idsOf = (entries: readonly Entry[]): string[] => entries.map((one) => one.id)

const plural = (key: string): string => ({ items: 'statements', fields: 'questions' })[key] ?? key.replaceAll('_', ' ')

/** A list without ids. Of plain values: what came and what went; of anything else: entry by entry where their number is the same. */
function listsDiffer(
  sides: Sides,
  place: Place,
  key: string,
  before: readonly unknown[],
  after: readonly unknown[],
): Difference[] {
  const plain = [...before, ...after].every((one) => typeof one !== 'object' || one === null)
  if (!plain && before.length === after.length)
    return before.flatMap((one, index) =>
      differ(
        sides,
        {
          path: `${place.path}/${index}`,
          trail: WHOLE.has(key)
            ? place.trail
            : joined(place.trail, before.length === 1 ? labelOf(key) : `${labelOf(key)}, ${index + 1}`),
        },
        WHOLE.has(key) ? key : '',
        one,
        after[index],
      ),
    )
  const gone = without(before, after)
  const come = without(after, before)
  const say = (words: Words, values: readonly unknown[]) => values.map((one) => sayValue(words, key, one)).join('; ')
  const parts = [
    ...(come.length === 0 ? [] : [`adds ${say(sides.now, come)}`]),
    ...(gone.length === 0 ? [] : [`drops ${say(sides.old, gone)}`]),
  ]
  const label = labelOf(key)
  const says = parts.length === 0 ? `${label} in another order` : `${label} ${parts.join(' and ')}`
  const nature = parts.length === 0 ? 'order' : 'rule'
  return [{ path: place.path, says: joined(place.trail, says), nature, marks: [] }]
}

/** The entries of the first that the second has not, counted. */
function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = [...others]
  return values.filter((value) => {
    const at = left.findIndex((other) => same(value, other))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function valueDiffers(sides: Sides, place: Place, key: string, before: unknown, after: unknown): Difference {
  const label = labelOf(key)
  const [was, is] = [sayValue(sides.old, key, before), sayValue(sides.now, key, after)]
  const open = sourceOnly(before, after)
  const says =
    open || key === 'source'
      ? `${label === '' || key === 'source' ? 'the value' : label} is confirmed as ${sourceOf(after)}`
      : before === undefined
        ? `${label} now ${is}`
        : after === undefined
          ? `no longer ${[label, was].filter((part) => part !== '').join(': ')}`
          : was === is
            ? `${label === '' ? 'the time' : label} is written differently (${is})`
            : `${label === '' ? '' : `${label}: `}${was} becomes ${is}`
  return {
    path: place.path,
    says: joined(place.trail, says.trim()),
    nature: open || key === 'source' ? 'source' : 'rule',
    marks: [],
    ...(before === undefined ? {} : { before: was }),
    ...(after === undefined ? {} : { after: is }),
  }
}

/** The same value, only confirmed. */
const sourceOnly = (before: unknown, after: unknown): boolean =>
  isMap(before) && isMap(after) && same({ ...before, source: '', set_by: '' }, { ...after, source: '', set_by: '' })

const sourceOf = (after: unknown): string => {
  const source = isMap(after) ? after.source : after
  return source === 'stated'
    ? 'what the policy says'
    : source === 'school'
      ? 'the choice of the school'
      : String(source)
}

const comesOrGoes = (path: string, trail: string, name: string, comes: boolean): Difference => ({
  path,
  says: joined(trail, `${comes ? 'new' : 'no longer'} ${name}`),
  nature: 'rule',
  marks: [],
})

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(': ')
