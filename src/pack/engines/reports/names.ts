/** Somebody whose name a report must not say. */
export interface Named {
  readonly given: string
  readonly family: string
}

/** The names in a text: whole ones, and single words that could be the name of somebody or just a word. */
export interface NamesFound {
  readonly whole: readonly string[]
  readonly perhaps: readonly string[]
}

/** Looks for people in what was written. A single name counts only with a capital and not as the first word of a sentence. */
export function namesIn(text: string, people: readonly Named[]): NamesFound {
  const plain = text.normalize('NFC')
  const whole = people
    .map(({ given, family }) => `${given} ${family}`.trim())
    .filter((name) => name.includes(' ') && hasWords(plain, name))
  const single = new Set(people.flatMap(({ given, family }) => [given, family]).filter((name) => name.length > 1))
  const within = [...plain.matchAll(/(^|[.!?:]\s+|\n\s*)?(\p{Lu}[\p{L}’'-]+)/gu)].flatMap((found) =>
    found[1] === undefined && found.index > 0 && found[2] !== undefined && single.has(found[2]) ? [found[2]] : [],
  )
  const told = new Set(whole.flatMap((name) => name.split(' ')))
  return { whole: [...new Set(whole)], perhaps: [...new Set(within)].filter((word) => !told.has(word)) }
}

function hasWords(text: string, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'iu').test(text)
}
