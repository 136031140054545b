/** What is withheld from a bundle: chosen by hand, person by person and word by word. */
export interface Redaction {
  /** Says the same text without what is withheld. */
  text(text: string): string
  /** Whether something of it is withheld. */
  touches(text: string): boolean
  readonly count: number
}

/** Somebody whose name is withheld. */
export interface Withheld {
  readonly id: string
  readonly name: string
}

/**
 * Takes names and words out of every text of a bundle. A name goes as a whole and in each of its parts, because a first name
 * alone tells who it was, and so does half of a double one; what stands in its place is the same number each time, so that the
 * story can still be followed.
 */
export function redactionOf(people: readonly Withheld[], words: readonly string[]): Redaction {
  const rules = [
    ...people.flatMap(({ name, id }, at) =>
      [name, ...name.split(/[\s\p{Pd}'’]+/u), id]
        .filter((part) => part.length > 1)
        .map((part) => ({ part: part.normalize('NFC'), label: `[person ${at + 1}]` })),
    ),
    ...words
      .filter((word) => word.trim() !== '')
      .map((part) => ({ part: part.trim().normalize('NFC'), label: '[withheld]' })),
  ].sort((one, other) => other.part.length - one.part.length)
  if (rules.length === 0) return { text: (text) => text, touches: () => false, count: 0 }
  const labels = new Map(rules.map(({ part, label }) => [part.toLowerCase(), label]))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${rules.map(({ part }) => RegExp.escape(part)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  // An accent may stand in its letter or behind it: the same name all the same.
  const swap = (text: string) =>
    text.normalize('NFC').replace(pattern, (found) => labels.get(found.toLowerCase()) ?? '[withheld]')
  const touches = (text: string) => swap(text) !== text.normalize('NFC')
  return { text: swap, touches, count: people.length + words.length }
}
