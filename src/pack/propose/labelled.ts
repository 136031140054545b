import type { Clause } from '../types/clause.ts'
import type { Pack } from '../types/pack.ts'
import type { Given } from './features.ts'

/** A clause of a pack whose kind and area somebody has decided. */
export interface Labelled extends Given {
  readonly pack: string
  readonly id: string
  readonly kind: Clause['kind']
  readonly area: string
  readonly keptBy: readonly string[]
}

/** The clauses of a pack to learn from, in its own language. */
export function labelledClauses(pack: Pack): Labelled[] {
  const language = pack.pack.language
  const words = (text: Clause['says']): string => (typeof text === 'string' ? text : (text[language] ?? ''))
  const titles = new Map(pack.sections.map((section) => [section.id, words(section.title)]))
  return pack.clauses.flatMap(({ id, says, kind, area, section, kept_by }) =>
    area === undefined
      ? []
      : [
          {
            pack: pack.pack.name,
            id,
            says: words(says),
            headings: [titles.get(section ?? '') ?? ''],
            kind,
            area,
            keptBy: kept_by,
          },
        ],
  )
}
