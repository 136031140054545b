import { markWords } from './mark-words.ts'

// Words that carry the rule: exchanging one is never only spelling.
const CARRY =
  /^(?:\d.*|must|shall|should|may|might|can|cannot|will|not|no|never|always|only|all|any|every|each|both|or|and|unless|until|before|after|within|except|without|with|if|less|more|least|most)$/i

/** Whether two texts differ by a slip of the pen only: capitals, punctuation, space, or one or two letters within a word. */
export function isSpelling(before: string, after: string): boolean {
  const marks = markWords(before, after)
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === 'same') continue
    const other = mark.kind === 'removed' ? marks[index + 1] : undefined
    if (mark.kind === 'added' && marks[index - 1]?.kind === 'removed') continue
    if (!isSlip(mark.text, other?.kind === 'added' ? other.text : '')) return false
  }
  return true
}

function isSlip(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  return old.length === now.length && old.every((word, index) => isSlipOfWord(word, now[index] ?? ''))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function isSlipOfWord(before: string, after: string): boolean {
  if (before === after) return true
  if (CARRY.test(before) || CARRY.test(after)) return false
  const shorter = Math.min(before.length, after.length)
  // Short words differ in meaning by one letter (`in`, `on`); long ones seldom do.
  return shorter >= 4 && distance(before, after) <= (shorter < 6 ? 1 : 2)
}

/** How many letters have to be put in, taken out or exchanged. */
function distance(before: string, after: string): number {
  let row = Array.from({ length: after.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...before].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...after].entries())
      next.push(
        Math.min((next[column] ?? 0) + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

/** Whether a rewording touches a number or a word that carries the rule, such as must, never or only. */
export const touchesRule = (before: string, after: string): boolean =>
  markWords(before, after).some((mark) => mark.kind !== 'same' && wordsOf(mark.text).some((word) => CARRY.test(word)))
