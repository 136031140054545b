import { Words } from '../sentences/words.ts'
import type { Pack } from '../types/pack.ts'
import { type ClauseChange, compareClauses } from './clauses.ts'
import { differ } from './differ.ts'
import type { Difference } from './difference.ts'
import { same } from './equal.ts'
import { withRenames } from './renames.ts'
import { compareThings, type ThingChange } from './things.ts'

/** All that differs between two packs. */
export interface PackChanges {
  readonly clauses: readonly ClauseChange[]
  readonly things: readonly ThingChange[]
  /** Title, words, levels, sections and planned controls. */
  readonly whole: readonly Difference[]
}

/** What differs between two packs, in plain words; nothing when they hold the same. */
export function comparePacks(earlier: Pack, after: Pack, language: string = after.pack.language): PackChanges {
  const { before, renames } = withRenames(earlier, after)
  return {
    clauses: compareClauses(before, after, language),
    things: compareThings(before, after, language),
    whole: [...renames, ...compareWhole(before, after, language)],
  }
}

function compareWhole(before: Pack, after: Pack, language: string): Difference[] {
  const sides = { old: new Words(before, language), now: new Words(after, language), ref: '' }
  const at = (path: string, trail: string, was: unknown, is: unknown) => differ(sides, { path, trail }, path, was, is)
  return [
    ...at('pack', 'the policy', before.pack, after.pack),
    ...at('levels', '', before.levels, after.levels),
    ...at('sections', '', before.sections, after.sections),
    ...at('planned', '', before.planned, after.planned),
    ...words(before, after),
  ]
}

/** The school's own words: `the word for “pupil”: “student” becomes “learner”`. */
const words = (before: Pack, after: Pack): Difference[] =>
  [...new Set([...Object.keys(before.terms), ...Object.keys(after.terms)])].flatMap((term) => {
    const [was, is] = [before.terms[term], after.terms[term]]
    if (same(was, is)) return []
    const say = (text: typeof was) =>
      text === undefined ? 'none' : `“${typeof text === 'string' ? text : Object.values(text).join(' / ')}”`
    return [
      {
        path: `terms/${term}`,
        says: `the word for “${term.replaceAll('_', ' ')}”: ${say(was)} becomes ${say(is)}`,
        nature: 'wording',
        marks: [],
      },
    ]
  })
