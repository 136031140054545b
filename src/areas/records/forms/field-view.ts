import { textOf } from '#areas/policy/index.ts'
import { refusalOf } from '#pack/engines/refused-answers.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'

/** A field of the pack as a page draws it. */
export interface FieldView {
  readonly id: string
  readonly kind:
    | 'text'
    | 'long_text'
    | 'choice'
    | 'choices'
    | 'yes_no'
    | 'date'
    | 'datetime'
    | 'time'
    | 'number'
    | 'person'
    | 'record'
  readonly label: string
  readonly hint: string | undefined
  readonly required: boolean
  /** The only answer that is taken, and what is said to the other. */
  readonly only?: { readonly answer: 'yes' | 'no'; readonly refusal: string }
  readonly options: readonly { readonly value: string; readonly text: string; readonly hint: string | undefined }[]
}

/** What a form can offer for fields that name a person or another record. */
export interface Offers {
  readonly people: readonly Offer[]
  /** By the field's type, `record/equipment`, `class` or `site`. */
  readonly records: ReadonlyMap<string, readonly Offer[]>
}

export interface Offer {
  readonly value: string
  readonly text: string
}

/**
 * The fields that a plain form can ask for. People who have a part in the record are named in fields of their own; a person
 * without a part and another record can be chosen when something is offered. Files are never asked for here.
 */
export function fieldViews(pack: Pack, fields: readonly Field[], offers?: Offers, language = 'en'): FieldView[] {
  return fields.flatMap((field) => {
    const kind = kindOf(field, offers)
    if (kind === null) return []
    const label = textOf(field.asks, language)
    return [
      {
        id: field.id,
        kind,
        label: field.required ? label : `${label} (optional)`,
        hint: field.hint === undefined ? undefined : textOf(field.hint, language),
        required: field.required,
        options: offered(field, offers) ?? optionsOf(pack, field, language),
        // What is asked under a condition only the engine can refuse.
        ...(field.must === undefined || field.when !== undefined
          ? {}
          : { only: { answer: field.must, refusal: refusalOf(field, language) } }),
      },
    ]
  })
}

const isPerson = ({ type }: Field): boolean => type === 'person' || type === 'people' || type.startsWith('party/')

/** Whether a field names somebody who has no part in the record, such as the holder of a phone. */
export const namesSomebody = (field: Field): boolean => isPerson(field) && (field.parts ?? []).length === 0

function offered(field: Field, offers: Offers | undefined): FieldView['options'] | null {
  const found = namesSomebody(field) ? offers?.people : offers?.records.get(field.type)
  return found?.map((one) => ({ ...one, hint: undefined })) ?? null
}

function kindOf(field: Field, offers: Offers | undefined): FieldView['kind'] | null {
  if (isPerson(field)) return namesSomebody(field) && offers !== undefined ? 'person' : null
  if (field.type.startsWith('record/')) return offers === undefined ? 'text' : 'record'
  if (field.type.startsWith('list/') || field.type === 'law') return field.many ? 'choices' : 'choice'
  // A school that keeps no classes or sites here writes the name down.
  if (field.type === 'class' || field.type === 'site')
    return (offers?.records.get(field.type) ?? []).length > 0 ? 'record' : 'text'
  switch (field.type) {
    case 'long_text':
      return 'long_text'
    case 'boolean':
    case 'yes_no':
      return 'yes_no'
    case 'date':
      return 'date'
    case 'datetime':
      return 'datetime'
    case 'integer':
    case 'number':
    case 'money':
      return 'number'
    case 'time':
      return 'time'
    case 'file':
    case 'signature':
      return null
    default:
      return 'text'
  }
}

function optionsOf(pack: Pack, field: Field, language: string): FieldView['options'] {
  if (field.type === 'law') return lawsOf(pack, language)
  if (!field.type.startsWith('list/')) return []
  const list = pack.lists[field.type.slice('list/'.length)]
  return (list?.values ?? [])
    .filter((value) => !value.retired)
    .map((value) => ({
      value: value.id,
      text: textOf(value.says, language),
      hint: value.hint === undefined ? undefined : textOf(value.hint, language),
    }))
}

const lawsOf = (pack: Pack, language: string): FieldView['options'] =>
  Object.entries(pack.documents)
    .filter(([, document]) => document.kind === 'law')
    .map(([value, document]) => ({ value, text: textOf(document.says, language), hint: undefined }))

/** A value of a field as people read it; `names` says the people and records that it points at. */
export function sayValue(
  pack: Pack,
  field: Field,
  value: unknown,
  names: ReadonlyMap<string, string> = new Map(),
  language = 'en',
): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (namesSomebody(field)) return names.get(String(value)) ?? 'Somebody'
  if (field.type.startsWith('record/')) return names.get(String(value)) ?? 'An entry that you cannot see'
  const options = optionsOf(pack, field, language)
  const one = (item: unknown) => options.find((option) => option.value === item)?.text ?? String(item)
  if (Array.isArray(value)) return value.map(one).join(', ')
  if (field.type === 'datetime' || field.type === 'date') return sayLocal(String(value))
  return one(value)
}

function sayLocal(text: string): string {
  try {
    if (!text.includes('T')) return Temporal.PlainDate.from(text).toLocaleString('en-GB', { dateStyle: 'full' })
    return Temporal.PlainDateTime.from(text).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })
  } catch {
    return text
  }
}
