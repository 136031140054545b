import { textOf } from '#areas/policy/index.ts'
import { publishable } from '#pack/check/publish.ts'
import { valuesOfKey } from '#pack/check/view.ts'
import { pathPositions } from '#pack/edit/faults.ts'
import { kindOfHolder } from '#pack/edit/holders.ts'
import { isMap, type Place, placeOfPath, placeText, readPlace, valueAt } from '#pack/edit/place.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Pack } from '#pack/types/pack.ts'

/** What kind of thing a school has to say: how clauses are read, how long, which value, or that a part was meant so. */
export type PointKind = 'reading' | 'interval' | 'value' | 'part'

/** One thing that the school says before its policy is published, or has said. */
export interface Point {
  /** Where it stands: `readings/page_eleven`, `duties/leavers/within`, `settings/age/value`, `flows/site/steps/filter`. */
  readonly place: string
  readonly kind: PointKind
  /** Whether it still stops a publication: the checker's word. */
  readonly open: boolean
  /** The title of the construct that it belongs to. */
  readonly title: string
  /** The construct as a sentence. */
  readonly sentence: string
  readonly clauses: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low' | null
  /** The party whose word it is, where the pack names one. */
  readonly by: string | null
  /** What stands there now. */
  readonly value: unknown
}

/**
 * Everything that somebody has read into a policy or that it leaves open, in the order of the policy's clauses: readings,
 * intervals that it does not count, values without or with an inferred source, and parts that were inferred.
 */
export function pointsOf(pack: Pack): Point[] {
  const open = openPlaces(pack)
  const places = new Set([...Object.keys(pack.readings).map((id) => `readings/${id}`), ...markedPlaces(pack), ...open])
  const order = new Map(pack.clauses.map((clause, index) => [clause.id, index]))
  const at = (point: Point) => order.get(point.clauses[0] ?? '') ?? pack.clauses.length
  return [...places]
    .map((place) => pointAt(pack, place, open.has(place)))
    .filter((point) => point !== null)
    .sort((a, b) => at(a) - at(b) || (a.place < b.place ? -1 : 1))
}

/** How many points there are, and how many still stop a publication. */
export function countPoints(points: readonly Point[]): { readonly of: number; readonly open: number } {
  return { of: points.length, open: points.filter((point) => point.open).length }
}

/** The point at a place; null when there is none. */
export function pointAt(pack: Pack, place: string, open = openPlaces(pack).has(place)): Point | null {
  const path = readPlace(place)
  const value = path === null ? undefined : valueAt(pack, path)
  if (path === null || value === undefined) return null
  const [holder = '', id = ''] = path
  const top = valueAt(pack, [holder, id])
  const says: unknown = isMap(top) ? top.says : undefined
  const ref = refOf(path)
  const reading = holder === 'readings' ? pack.readings[id] : undefined
  const kind = kindOf(path, value)
  return {
    place,
    kind,
    open,
    title: reading === undefined ? wordsOf(says, id) : textOf(reading.holds),
    sentence: ref === null ? '' : sentenceOf(pack, ref),
    clauses: reading?.between ?? clausesAt(pack, path, ref),
    confidence: confidenceOf(value),
    by: reading === undefined ? setBy(value) : partyOf(reading.by),
    value,
  }
}

const UNSETTLED: readonly string[] = ['open_limit', 'unsettled_value', 'open_value', 'unsettled_reading']

/** The places that the checker refuses to publish until somebody has said what holds there. */
export function openPlaces(pack: Pack): Set<string> {
  return new Set(
    publishable({ pack, positions: pathPositions })
      .filter(({ rule }) => UNSETTLED.includes(rule))
      .map(({ rule, path = [] }) => {
        const own = rule === 'open_limit' || rule === 'unsettled_value' ? path.slice(0, -1) : path
        return placeText(placeOfPath(pack, own))
      }),
  )
}

/** Where a source is written that is not the policy's own words, and where the policy names no number. */
function markedPlaces(pack: Pack): string[] {
  const sourced = [...valuesOfKey(pack, 'source')].filter(({ value }) => value === 'inferred' || value === 'school')
  return [...sourced, ...valuesOfKey(pack, 'policy_says')].map(({ path }) =>
    placeText(placeOfPath(pack, path.slice(0, -1))),
  )
}

function kindOf(path: Place, value: unknown): PointKind {
  if (path[0] === 'readings') return 'reading'
  if (isMap(value) && ('policy_says' in value || 'we_count' in value || 'for_ever' in value)) return 'interval'
  if (isMap(value) && 'for' in value && 'after' in value && Object.keys(value).length <= 4) return 'interval'
  const holdsValue = path.at(-1) === 'value' || path.at(-2) === 'value'
  return holdsValue ? 'value' : 'part'
}

/** `flow/site#filter` for what stands in a step, `duty/leavers` for what stands in a construct. */
function refOf([holder = '', id = '', inner, part]: Place): string | null {
  const kind = kindOfHolder(holder)
  if (kind === undefined) return null
  return inner === 'steps' && part !== undefined ? `${kind}/${id}#${part}` : `${kind}/${id}`
}

function clausesAt(pack: Pack, path: Place, ref: string | null): string[] {
  for (let length = path.length; length >= 2; length -= 1) {
    const around = valueAt(pack, path.slice(0, length))
    const clauses = isMap(around) ? around.clauses : undefined
    if (Array.isArray(clauses) && clauses.length > 0) return clauses.filter((clause) => typeof clause === 'string')
  }
  const whole = ref?.split('#')[0] ?? ''
  return pack.clauses
    .filter(({ kept_by, planned }) =>
      [...kept_by, ...planned].some((one) => one === ref || one.split('#')[0] === whole),
    )
    .map(({ id }) => id)
}

function confidenceOf(value: unknown): Point['confidence'] {
  const said = isMap(value) ? value.confidence : undefined
  return said === 'high' || said === 'medium' || said === 'low' ? said : null
}

const setBy = (value: unknown): string | null => (isMap(value) ? partyOf(value.set_by) : null)
const partyOf = (who: unknown): string | null => (typeof who === 'string' && who.startsWith('party/') ? who : null)

const wordsOf = (says: unknown, id: string): string => {
  if (typeof says === 'string') return says
  const texts = isMap(says) ? Object.values(says) : []
  const [first] = texts.filter((text) => typeof text === 'string')
  return first ?? id.replaceAll('_', ' ')
}
