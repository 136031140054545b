import { comparePacks } from '#pack/compare/compare-packs.ts'
import { upper } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import { KINDS } from './forms/words.ts'

const MOST = 3
const LONGEST = 400

/** What an edit did, in plain words, for the history of the draft. */
export function sayChange(before: Pack, after: Pack, reason?: string): string {
  const lines = changeLines(before, after)
  const more = lines.length - MOST
  const said = lines.slice(0, MOST).map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line))
  const whole = [...said, ...(more > 0 ? [`and ${more} more`] : [])].join(' · ') || 'The order of something'
  return reason === undefined || reason === '' ? whole : `${whole}. Reason: ${reason.slice(0, 500)}`
}

/** Everything that differs between two revisions, one line each. */
export function changeLines(before: Pack, after: Pack): string[] {
  const { clauses, things, whole } = comparePacks(before, after)
  return [
    ...clauses.map((clause) => {
      if (clause.change === 'added') return `New clause ${clause.id}: ${clause.after}`
      if (clause.change === 'removed') return `Clause ${clause.id} taken out: ${clause.before}`
      const words = clause.before === clause.after ? [] : [`“${clause.before}” becomes “${clause.after}”`]
      return `Clause ${clause.id}: ${[...words, ...clause.says].join('; ') || 'changed'}`
    }),
    ...things.map((thing) => {
      const name = `${KINDS[thing.kind] ?? upper(thing.kind)} “${thing.title}”`
      if (thing.change === 'added') return `New: ${name}`
      if (thing.change === 'removed') return `Taken out: ${name}`
      return `${name}: ${thing.differences.map((one) => one.says).join('; ') || 'changed'}`
    }),
    ...whole.map((one) => upper(one.says)),
  ]
}
