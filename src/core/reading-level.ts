/** How hard a text is to read. */
export interface ReadingLevel {
  /** The school year of England for which it is: what the formula says in years of America, and one more. */
  readonly year: number
  readonly words: number
  readonly sentences: number
  /** The sentence with the most words. */
  readonly longest: string
}

/**
 * Weighs sentences by the grade of Flesch and Kincaid: Kincaid, Fishburne, Rogers and Chissom, *Derivation of New Readability
 * Formulas*, Naval Technical Training Command, Research Branch Report 8-75, 1975. It says nothing of what a text means; it
 * notices long sentences and long words.
 */
export function readingLevel(sentences: readonly string[]): ReadingLevel {
  const read = sentences.map((text) => ({ text, words: wordsOf(text) })).filter(({ words }) => words.length > 0)
  const words = read.flatMap((one) => one.words)
  const [longest] = read.toSorted((a, b) => b.words.length - a.words.length)
  if (longest === undefined) return { year: 0, words: 0, sentences: 0, longest: '' }
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const grade = 0.39 * (words.length / read.length) + 11.8 * (syllables / words.length) - 15.59
  return {
    year: Math.round((grade + 1) * 10) / 10,
    words: words.length,
    sentences: read.length,
    longest: longest.text,
  }
}

/** The sentences of a text of a page; a line without a full stop is one as well. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…:][”"’)]*)\s+|\n+/)
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => one !== '')

/** Numbers, addresses and signs are no words. */
export const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}][\p{L}’'-]*/gu) ?? []).map((word) => word.toLowerCase().replaceAll('’', "'"))

/** How many syllables a word has, by its letters: right for nine words of ten, which is enough for a mean. */
export function syllablesOf(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/'(s|t|re|ve|ll|d|m)$/, '')
    .replace('every', 'evry')
    .replace(/^(some|safe|any|evry|home|where)(?=.{3})/, '$1-')
  return letters.split('-').reduce((sum, part) => sum + countIn(part), 0)
}

function countIn(part: string): number {
  if (part.length <= 3) return part === '' ? 0 : Math.max(1, (part.match(/[aeiouy]+/g) ?? []).length)
  const spoken = part
    // What is written and not said: "like", "liked", "makes", but not "little", "wanted", "places".
    .replace(/([^aeiouylr]|[aeiouy]l|[aeiouy]r)e(s|d)?$/, (all, before: string, end = '') =>
      (end === 'd' && /[td]$/.test(before)) || (end === 's' && /[szxcg]$|[cs]h$/.test(before)) ? all : before + end,
    )
    .replace(/^y/, '')
    .replace(/e(ly|ful|ment|less|where|thing)$/, '$1')
  const groups = (spoken.match(/[aeiouy]+/g) ?? []).length
  const apart = (spoken.match(/[^aeiou]i(a|o(?!u|n)|en(?!d))|(?<![aeioug])ua(?!r)|eo(?!u|n|p)/g) ?? []).length
  return Math.max(1, groups + apart)
}
