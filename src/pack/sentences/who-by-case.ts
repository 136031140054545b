import type { WhoByCase } from '../types/who.ts'
import { type Place, sayCondition } from './condition.ts'
import type { Words } from './words.ts'

/** Who, or who in which case: `the proprietor if “Who is accountable” is “A member of staff”, otherwise the head`. */
export function sayWhoByCase(words: Words, who: WhoByCase, place: Place = {}): string {
  if (!Array.isArray(who)) return words.who(who)
  return who
    .map((line) =>
      line.when === undefined
        ? `otherwise ${words.who(line.who)}`
        : `${words.who(line.who)} if ${sayCondition(words, line.when, place)}`,
    )
    .join(', ')
}
