import type { FieldView } from '#areas/records/index.ts'
import { fieldViews, sayValue } from '#areas/records/index.ts'
import type { Typed } from '#core/form.ts'
import type { PersonKind } from '#pack/engines/audience/person.ts'
import type { Pack } from '#pack/types/pack.ts'
import { formFacts } from './facts.ts'
import type { PersonFile } from './queries/read-person.ts'

/** A fact of a person as a page shows it: in words, or as a field for whoever may set it. */
export interface FactRow {
  readonly label: string
  readonly says: string
  readonly maySet: boolean
  readonly view: FieldView
}

/** The facts of a person that a plain form can ask for. */
export function factRows({ pack, facts }: Pick<PersonFile, 'pack' | 'facts'>): FactRow[] {
  return facts.flatMap(({ fact, value, maySet }) => {
    const [view] = fieldViews(pack, [fact.field])
    if (view === undefined) return []
    const label = view.label.replace(/ \(optional\)$/, '')
    const asked = { ...view, label, ...(fact.sensitive ? { hint: 'Only those who need to know see this.' } : {}) }
    return [{ label, says: sayValue(pack, fact.field, value), maySet, view: asked }]
  })
}

/** The facts as they would have been typed, for the form that changes them. */
export function typedFacts({ facts }: Pick<PersonFile, 'facts'>): Typed {
  return Object.fromEntries(facts.flatMap(({ fact, value }) => typedOf(fact.id, fact.field.type, value)))
}

function typedOf(id: string, type: string, value: string | number | boolean | null): [string, string][] {
  if (value === null) return []
  if (typeof value === 'boolean') return [[id, value ? 'yes' : 'no']]
  if (type === 'date') {
    const [year = '', month = '', day = ''] = String(value).split('-')
    return [
      [`${id}-day`, day],
      [`${id}-month`, month],
      [`${id}-year`, year],
    ]
  }
  return [[id, String(value)]]
}

/** The facts that anybody who keeps the people may say of somebody of these kinds, as fields: sensitive ones are not among them. */
export const formFields = (pack: Pack, kinds: readonly PersonKind[]): FieldView[] =>
  formFacts(pack, kinds)
    .filter((fact) => !fact.sensitive)
    .flatMap((fact) => fieldViews(pack, [fact.field]))
    .map((view) => ({ ...view, label: view.label.replace(/ \(optional\)$/, '') }))
