import { isDeepStrictEqual } from 'node:util'
import { textOf } from '#areas/policy/index.ts'
import { textsOf } from '#pack/check/view.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { ContentFault } from '#pack/edit/faults.ts'
import { holderOfKind } from '#pack/edit/holders.ts'
import { isMap } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'

/** One thing that comes with a control. */
export interface Comes {
  /** `party/head`, or a fact as `fact/person.year`. */
  readonly ref: string
  readonly says: string
  /** Whether the draft has something of this name already, which stays as it is. */
  readonly there: boolean
}

/** What a draft would be with a control of another policy, and everything that comes with it. */
export interface TakenOver {
  readonly content: Pack
  readonly comes: readonly Comes[]
  /** What would not fit in the draft. */
  readonly faults: readonly ContentFault[]
}

/**
 * Takes a control over from another policy, with whatever it names: parties, lists, facts, other controls, and what those
 * name. What the draft has already under the same name stays as it is. Clauses are of the other policy and are left out.
 * Null when the other policy has no such control.
 */
export function takeOver(draft: Pack, from: Pack, ref: string): TakenOver | null {
  const wanted = ref.split('#')[0] ?? ''
  if (thingOf(from, wanted) === undefined) return null
  const found = closure(from, wanted)
  const comes = [...found].map((one) => ({
    ref: one,
    says: saysOf(from, one),
    there: thingOf(draft, one) !== undefined,
  }))
  const content = comes.filter(({ there }) => !there).reduce((now, one) => withThing(now, from, one.ref), draft)
  const levels = [...new Set([...draft.levels, ...from.levels.filter((level) => usesLevel(from, found, level))])]
  const order = from.levels.length >= levels.length ? from.levels.filter((one) => levels.includes(one)) : levels
  const languages = [...new Set([...draft.pack.languages, from.pack.language, ...from.pack.languages])]
  const head = { ...draft.pack, languages: languages.filter((one) => one !== draft.pack.language) }
  const whole = { ...content, pack: head, levels: order }
  const known = new Set(checkContent(draft).map((fault) => JSON.stringify(fault)))
  return {
    content: whole,
    comes: comes.filter((one) => one.ref !== wanted || !one.there),
    faults: checkContent(whole).filter((fault) => !known.has(JSON.stringify(fault))),
  }
}

/** Everything that a control names, and what that names in turn, the control first. */
function closure(pack: Pack, ref: string): Set<string> {
  const found = new Set<string>()
  const waiting = [ref]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue
    found.add(one)
    waiting.push(...namedBy(pack, withoutClauses(thingOf(pack, one))))
  }
  return found
}

const REFERENCE = /\b([a-z]+)\/([a-z][a-z0-9_]*)/g

function namedBy(pack: Pack, thing: unknown): string[] {
  const facts = Object.keys(pack.facts)
  return [...textsOf(thing)].flatMap(({ text }) => [
    ...[...text.matchAll(REFERENCE)].map(([ref]) => ref).filter((ref) => thingOf(pack, ref) !== undefined),
    ...facts.filter((fact) => text.includes(fact)).map((fact) => `fact/${fact}`),
  ])
}

function thingOf(pack: Pack, ref: string): unknown {
  const [kind = '', id = ''] = [ref.slice(0, ref.indexOf('/')), ref.slice(ref.indexOf('/') + 1)]
  if (kind === 'fact') return pack.facts[id]
  const holder = holderOfKind(kind)
  const things: Readonly<Record<string, unknown>> = holder === undefined ? {} : pack[holder]
  return Object.hasOwn(things, id) ? things[id] : undefined
}

function withThing(pack: Pack, from: Pack, ref: string): Pack {
  const id = ref.slice(ref.indexOf('/') + 1)
  const kind = ref.slice(0, ref.indexOf('/'))
  const holder = kind === 'fact' ? 'facts' : holderOfKind(kind)
  if (holder === undefined) return pack
  return { ...pack, [holder]: { ...pack[holder], [id]: withoutClauses(thingOf(from, ref)) } }
}

const OF_CLAUSES: readonly string[] = ['clauses', 'states']

/** A copy in which nothing names a clause any more. */
function withoutClauses(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutClauses)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      OF_CLAUSES.includes(key) && Array.isArray(inner) ? [] : withoutClauses(inner),
    ]),
  )
}

const usesLevel = (pack: Pack, found: ReadonlySet<string>, level: string): boolean =>
  [...found].some((ref) => {
    const thing = thingOf(pack, ref)
    return isMap(thing) && isDeepStrictEqual(thing.per, level)
  })

function saysOf(pack: Pack, ref: string): string {
  const thing = thingOf(pack, ref)
  const says = isMap(thing) ? thing.says : undefined
  if (typeof says === 'string') return says
  if (isMap(says)) return textOf(Object.fromEntries(Object.entries(says).map(([key, text]) => [key, String(text)])))
  return ref.slice(ref.indexOf('/') + 1).replaceAll('_', ' ')
}
