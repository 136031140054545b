/** What Kept fills into a letter without being told: who reads it, whom it is about, the day, the case and the school. */
export const BUILT_IN_MERGE = ['recipient', 'about', 'date', 'reference', 'school'] as const

/** A letter that was written: its text, and the places that nobody could fill. */
export interface WrittenLetter {
  readonly text: string
  readonly missing: readonly string[]
}

/** What stands where nothing is known, for a pen. */
export const BLANK = '…………………………'

/** Fills the names in {braces} of a letter. What is not known stays a blank to write on, and is named. */
export function fillLetter(body: string, values: Readonly<Record<string, string>>): WrittenLetter {
  const missing = new Set<string>()
  const filled = body.replace(/\{([a-z][a-z0-9_]*)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined
    if (value !== undefined && value !== '') return value
    missing.add(name)
    return BLANK
  })
  return { text: paragraphsOf(filled).join('\n\n'), missing: [...missing] }
}

/** The paragraphs of a letter: what an empty line parts. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
