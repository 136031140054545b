import { sentenceOf } from '../sentences/sentence-of.ts'
import { Words } from '../sentences/words.ts'
import type { RefKind } from '../types/base.ts'
import type { Pack } from '../types/pack.ts'
import { differ } from './differ.ts'
import type { Difference } from './difference.ts'
import { isMap, keysOf, same, valueAt } from './equal.ts'

/** A construct that came, went or reads differently. */
export interface ThingChange {
  readonly ref: string
  readonly kind: string
  readonly title: string
  readonly change: 'added' | 'removed' | 'changed'
  /** What is new, or what is no longer, in one sentence; empty when it changed. */
  readonly says: string
  readonly differences: readonly Difference[]
  /** The clauses that it keeps, in either pack. */
  readonly clauses: readonly string[]
}

/** Where constructs stand in a pack, in the order in which changes are told. */
const HOLDERS = {
  parties: 'party',
  settings: 'setting',
  duties: 'duty',
  assents: 'assent',
  guards: 'guard',
  grants: 'grant',
  notify: 'notify',
  records: 'record',
  flows: 'flow',
  decisions: 'decision',
  tables: 'table',
  measures: 'measure',
  actions: 'action',
  exceptions: 'exception',
  conduct: 'conduct',
  reports: 'report',
  documents: 'document',
  lists: 'list',
  readings: 'reading',
  signals: 'signal',
  facts: 'fact',
  overlays: 'overlay',
} as const satisfies Partial<Record<keyof Pack, RefKind | 'fact' | 'overlay'>>

/** Every construct that differs between two packs, with each place of it in plain words. */
export function compareThings(before: Pack, after: Pack, language: string): ThingChange[] {
  const [old, now] = [new Words(before, language), new Words(after, language)]
  return holdersOf(before, after).flatMap(({ holder, kind }) => {
    const [was, is] = [valueAt(before, holder), valueAt(after, holder)]
    if (!isMap(was) || !isMap(is)) return []
    return keysOf(was, is).flatMap((id): ThingChange[] => {
      const [one, other] = [was[id], is[id]]
      if (same(one, other)) return []
      const ref = `${kind}/${id}`
      const title = titleOf(other === undefined ? old : now, other ?? one, id)
      const clauses = [...new Set([...clausesOf(before, ref, one), ...clausesOf(after, ref, other)])]
      const base = { ref, kind, title, clauses }
      if (one === undefined)
        return [{ ...base, change: 'added', says: sentenceOf(after, ref, language), differences: [] }]
      if (other === undefined)
        return [{ ...base, change: 'removed', says: sentenceOf(before, ref, language), differences: [] }]
      const differences = differ({ old, now, ref }, { path: '', trail: '' }, '', one, other)
      return [{ ...base, change: 'changed', says: '', differences }]
    })
  })
}

// What has rules of its own in the comparison.
const APART = new Set(['pack', 'levels', 'terms', 'sections', 'planned', 'clauses'])

/** The known holders in their order, and then whatever else a pack holds by id. */
function holdersOf(before: Pack, after: Pack): { holder: string; kind: string }[] {
  const known = Object.entries(HOLDERS).map(([holder, kind]) => ({ holder, kind }))
  const others = keysOf(before, after).filter((key) => !Object.hasOwn(HOLDERS, key) && !APART.has(key))
  return [...known, ...others.map((holder) => ({ holder, kind: holder.replace(/s$/, '') }))]
}

function titleOf(words: Words, thing: unknown, id: string): string {
  const says = isMap(thing) ? (thing.says ?? thing.holds) : undefined
  if (typeof says === 'string') return words.whole(says)
  if (!isMap(says)) return id.replaceAll('_', ' ')
  const texts = Object.entries(says).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  )
  return words.whole(Object.fromEntries(texts))
}

/** The clauses that name it in `kept_by`, and those that it names itself. */
function clausesOf(pack: Pack, ref: string, thing: unknown): string[] {
  const naming = pack.clauses.filter((clause) =>
    [...clause.kept_by, ...clause.planned].some((one) => one === ref || one.startsWith(`${ref}#`)),
  )
  const own = isMap(thing) && Array.isArray(thing.clauses) ? thing.clauses : []
  return [...naming.map((clause) => clause.id), ...own.filter((one) => typeof one === 'string')]
}
