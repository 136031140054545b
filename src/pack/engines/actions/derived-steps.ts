import type { Field } from '../../types/field.ts'
import type { RecordKind } from '../../types/record.ts'
import type { One, Who } from '../../types/who.ts'

/** What every step has when nothing more is said of it. */
export const bareStep = { late: [], never_waits: false, two_people: false, effects: [], fields: [], clauses: [] }

/** What every record has when nothing more is said of it. */
export const bareRecord = {
  about: [],
  parts: [],
  fields: [],
  rows: [],
  steps: {},
  dates: [],
  columns: [],
  entries: [],
  sight: [],
  clauses: [],
} satisfies Partial<RecordKind>

/** A field of text. */
export const textField = (id: string, asks: string, more: Partial<Field> = {}): Field => ({
  id,
  asks,
  type: 'long_text',
  required: true,
  many: false,
  sensitive: false,
  clauses: [],
  ...more,
})

/** The parties of a “who”. */
export const partiesIn = (who: Who | undefined): readonly One[] => {
  if (who === undefined) return []
  if (typeof who === 'string') return [who]
  return 'any_of' in who ? who.any_of : who.all_of
}

/** Any of several, each once; undefined for nobody. */
export function anyOf(parties: readonly One[]): Who | undefined {
  const [first, ...more] = [...new Set(parties)]
  if (first === undefined) return undefined
  return more.length === 0 ? first : { any_of: [first, ...more] }
}
