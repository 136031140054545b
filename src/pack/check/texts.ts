import type { Fault } from '../load/fault.ts'
import { language } from '../types/base.ts'
import { type View, valuesOfKey } from './view.ts'

const TEXT_KEYS = [
  'says',
  'plural',
  'ask',
  'do',
  'end',
  'title',
  'hint',
  'asks',
  'body',
  'intro',
  'holds',
  'policy_says',
  'from_then',
  'writes',
  'unit',
  'note',
  'school',
]

/** A text in several languages has the pack's own language among them, and no language that the pack does not name. */
export function languages({ pack, positions }: View): Fault[] {
  const named = new Set([pack.pack.language, ...pack.pack.languages])
  return TEXT_KEYS.flatMap((key) =>
    [...valuesOfKey(pack, key)].flatMap(({ path, value }) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
      const languages = Object.keys(value)
      if (!languages.every((name) => language.safeParse(name).success)) return []
      const strange = languages.filter((name) => !named.has(name))
      return [
        ...(languages.includes(pack.pack.language)
          ? []
          : [
              positions.fault(
                path,
                'missing_language',
                `This text is missing in ${pack.pack.language}, the language of the pack.`,
              ),
            ]),
        ...strange.map((name) =>
          positions.faultAtKey(
            [...path, name],
            'unknown_language',
            `The pack does not name the language ${name}: add it to languages.`,
          ),
        ),
      ]
    }),
  )
}

/** What a letter fills in is declared. */
export const mergeFields = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.documents).flatMap(([id, document]) => {
    const bodies = typeof document.body === 'string' ? [document.body] : Object.values(document.body ?? {})
    const used = bodies.flatMap((body) => [...body.matchAll(/\{([a-z][a-z0-9_]*)\}/g)].map((found) => found[1] ?? ''))
    return [...new Set(used)]
      .filter((name) => !document.merge.includes(name))
      .map((name) =>
        positions.fault(['documents', id, 'body'], 'unknown_merge_field', `{${name}} is not in the list merge:.`),
      )
  })

/** Somebody named in a case never sees it. */
export const namedSee = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, record]) =>
    record.sight.flatMap((sight, index) =>
      sight.who === 'named_in_case' && sight.sees !== 'none'
        ? [
            positions.fault(
              ['records', id, 'sight', index, 'sees'],
              'named_sees',
              'Whoever is named in a case in a part that is kept out sees nothing of it.',
            ),
          ]
        : [],
    ),
  )
