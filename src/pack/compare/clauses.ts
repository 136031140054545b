import { listed, Words } from '../sentences/words.ts'
import type { Clause } from '../types/clause.ts'
import type { Pack } from '../types/pack.ts'
import { same } from './equal.ts'
import { type Mark, markWords } from './mark-words.ts'
import { isSpelling, touchesRule } from './spelling.ts'

/** In what a clause differs. */
export type ClauseFacet = 'wording' | 'spelling' | 'rule_words' | 'strength' | 'kept_by' | 'moved' | 'binds' | 'nature'

/** A clause that came, went or reads differently. */
export interface ClauseChange {
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly facets: readonly ClauseFacet[]
  readonly before: string
  readonly after: string
  readonly marks: readonly Mark[]
  /** Whatever else is different, in plain words. */
  readonly says: readonly string[]
  /** The section it stands in now; of one that went, where it stood. */
  readonly section: string | undefined
}

interface Both {
  readonly old: Words
  readonly now: Words
}

/** Every clause that differs, in the order of the later pack, those that went last. */
export function compareClauses(before: Pack, after: Pack, language: string): ClauseChange[] {
  const both = { old: new Words(before, language), now: new Words(after, language) }
  const was = new Map(before.clauses.map((clause) => [clause.id, clause]))
  const kept = new Set(after.clauses.map((clause) => clause.id))
  const moved = outOfOrder(before.clauses, after.clauses)
  return [
    ...after.clauses.flatMap((clause): ClauseChange[] => {
      const old = was.get(clause.id)
      if (old !== undefined) return changed(both, old, clause, moved.has(clause.id))
      const text = both.now.text(clause.says)
      return [{ ...plain(clause), change: 'added', before: '', after: text, marks: markWords('', text) }]
    }),
    ...before.clauses.flatMap((clause): ClauseChange[] => {
      const text = both.old.text(clause.says)
      return kept.has(clause.id)
        ? []
        : [{ ...plain(clause), change: 'removed', before: text, after: '', marks: markWords(text, '') }]
    }),
  ]
}

const plain = (clause: Clause) => ({ id: clause.id, facets: [], says: [], section: clause.section })

function changed(both: Both, old: Clause, now: Clause, moved: boolean): ClauseChange[] {
  if (!moved && same(old, now)) return []
  const [before, after] = [both.old.text(old.says), both.now.text(now.says)]
  const found = [
    ...wording(old, now, before, after),
    ...strength(old, now),
    ...place(both, old, now, moved),
    ...controls(both, old, now),
    ...rest(both, old, now),
  ]
  return [
    {
      id: now.id,
      change: 'changed',
      facets: [...new Set(found.map((one) => one.facet))],
      before,
      after,
      marks: before === after ? [] : markWords(before, after),
      says: found.flatMap((one) => one.says ?? []),
      section: now.section,
    },
  ]
}

interface Found {
  readonly facet: ClauseFacet
  readonly says?: string
}

function wording(old: Clause, now: Clause, before: string, after: string): Found[] {
  if (same(old.says, now.says)) return []
  if (before === after) return [{ facet: 'wording', says: 'reads differently in another language' }]
  if (isSpelling(before, after)) return [{ facet: 'spelling' }]
  return [{ facet: touchesRule(before, after) ? 'rule_words' : 'wording' }]
}

const strength = (old: Clause, now: Clause): Found[] =>
  old.strength === now.strength ? [] : [{ facet: 'strength', says: `“${old.strength}” becomes “${now.strength}”` }]

function place(both: Both, old: Clause, now: Clause, moved: boolean): Found[] {
  if (old.section === now.section) return moved ? [{ facet: 'moved', says: 'stands in another place' }] : []
  const name = (words: Words, id: string | undefined) => {
    const section = words.pack.sections.find((one) => one.id === id)
    return section === undefined ? 'no section' : `“${words.whole(section.title)}”`
  }
  return [{ facet: 'moved', says: `moves from ${name(both.old, old.section)} to ${name(both.now, now.section)}` }]
}

function controls(both: Both, old: Clause, now: Clause): Found[] {
  if (same(old.kept_by, now.kept_by) && same(old.planned, now.planned)) return []
  const come = now.kept_by.filter((ref) => !old.kept_by.includes(ref))
  const gone = old.kept_by.filter((ref) => !now.kept_by.includes(ref))
  const say = (words: Words, refs: readonly string[]) => listed([...new Set(refs.map((ref) => words.thing(ref)))])
  const says = [
    ...(come.length === 0 ? [] : [`now kept by ${say(both.now, come)}`]),
    ...(gone.length === 0 ? [] : [`no longer kept by ${say(both.old, gone)}`]),
  ]
  return [{ facet: 'kept_by', says: says.length === 0 ? 'what keeps it is put in another way' : says.join('; ') }]
}

function rest(both: Both, old: Clause, now: Clause): Found[] {
  const binds = same(old.binds, now.binds)
    ? []
    : [
        {
          facet: 'binds',
          says: `binds ${both.now.several(now.binds, 'and')}, before ${both.old.several(old.binds, 'and')}`,
        } as const,
      ]
  const nature =
    old.kind === now.kind && old.area === now.area && same(old.note, now.note)
      ? []
      : [
          {
            facet: 'nature',
            says:
              old.kind === now.kind ? 'its subject or note is different' : `its kind: ${old.kind} becomes ${now.kind}`,
          } as const,
        ]
  return [...binds, ...nature]
}

/** The fewest clauses that have to be moved so that the old order becomes the new one. */
function outOfOrder(before: readonly Clause[], after: readonly Clause[]): Set<string> {
  const at = new Map(before.map((clause, index) => [clause.id, index]))
  const shared = after.flatMap((clause) => {
    const index = at.get(clause.id)
    return index === undefined ? [] : [{ id: clause.id, index }]
  })
  const stay = new Set(longestRise(shared.map((one) => one.index)))
  return new Set(shared.flatMap((one) => (stay.has(one.index) ? [] : [one.id])))
}

/** The longest rising run of different numbers, not necessarily side by side. */
function longestRise(numbers: readonly number[]): number[] {
  const tails: number[] = []
  const before = new Map<number, number | undefined>()
  for (const number of numbers) {
    const found = tails.findIndex((tail) => tail > number)
    const place = found < 0 ? tails.length : found
    before.set(number, tails[place - 1])
    tails[place] = number
  }
  const run: number[] = []
  for (let number = tails.at(-1); number !== undefined; number = before.get(number)) run.unshift(number)
  return run
}
