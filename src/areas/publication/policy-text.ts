import { wordsOf } from '#pack/engines/words.ts'
import type { Pack } from '#pack/types/pack.ts'

/** One clause as it is read. */
export interface TextClause {
  readonly id: string
  readonly says: string
}

/** A section of the policy with its clauses. */
export interface TextSection {
  readonly id: string
  readonly title: string
  readonly intro: string | null
  /** Under another section. */
  readonly under: boolean
  readonly clauses: readonly TextClause[]
}

/** Which clauses are wanted: those with all these words, and those that bind one of these parties. */
export interface Wanted {
  readonly words: string
  readonly parties: ReadonlySet<string> | null
}

/** Everything. */
const WHOLE: Wanted = { words: '', parties: null }

/** The sections of a policy in its order, with the clauses that are wanted; a section without any is left out of a search. */
export function textSections(pack: Pack, wanted: Wanted = WHOLE, language = pack.pack.language): TextSection[] {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean)
  const whole = words.length === 0 && wanted.parties === null
  const bySection = Map.groupBy(pack.clauses, (clause) => clause.section ?? '')
  const known = pack.sections.map((section) => ({
    id: section.id,
    title: wordsOf(section.title, language),
    intro: section.intro === undefined ? null : wordsOf(section.intro, language),
    under: section.under !== undefined,
  }))
  const loose = [...bySection.keys()]
    .filter((id) => !known.some((section) => section.id === id))
    .map((id) => ({
      id: id === '' ? 'further' : id,
      title: id === '' ? 'Further clauses' : id,
      intro: null,
      under: false,
    }))
  return [...known, ...loose]
    .map((section) => {
      const own = bySection.get(section.id) ?? (section.id === 'further' ? bySection.get('') : undefined) ?? []
      const clauses = own
        .filter((clause) => wanted.parties === null || clause.binds.some((party) => wanted.parties?.has(party)))
        .map((clause) => ({ id: clause.id, says: wordsOf(clause.says, language) }))
        .filter((clause) => {
          const text = `${clause.id} ${section.title} ${clause.says}`.toLowerCase()
          return words.every((word) => text.includes(word))
        })
      return { ...section, clauses }
    })
    .filter((section) => whole || section.clauses.length > 0)
}

/** The opening words of the policy itself, where the pack has some. */
export const openingOf = (pack: Pack, language = pack.pack.language): string[] =>
  Object.values(pack.documents)
    .filter((document) => document.kind === 'policy' && document.body !== undefined)
    .flatMap((document) =>
      wordsOf(document.body ?? '', language)
        .split(/\n+/)
        .filter(Boolean),
    )
