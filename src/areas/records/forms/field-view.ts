import { textOf } from '#areas/policy/index.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'

/** A field of the pack as a page draws it. */
export interface FieldView {
  readonly id: string
  readonly kind: 'text' | 'long_text' | 'choice' | 'choices' | 'yes_no' | 'date' | 'datetime' | 'number'
  readonly label: string
  readonly hint: string | undefined
  readonly required: boolean
  readonly options: readonly { readonly value: string; readonly text: string; readonly hint: string | undefined }[]
}

/** The fields that a plain form can ask for. People are named on a page of their own; files are never asked for here. */
export function fieldViews(pack: Pack, fields: readonly Field[], language = 'en'): FieldView[] {
  return fields.flatMap((field) => {
    const kind = kindOf(field)
    if (kind === null) return []
    const label = textOf(field.asks, language)
    return [
      {
        id: field.id,
        kind,
        label: field.required ? label : `${label} (optional)`,
        hint: field.hint === undefined ? undefined : textOf(field.hint, language),
        required: field.required,
        options: optionsOf(pack, field, language),
      },
    ]
  })
}

function kindOf(field: Field): FieldView['kind'] | null {
  if (field.type.startsWith('list/')) return field.many ? 'choices' : 'choice'
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
    case 'person':
    case 'people':
    case 'file':
    case 'signature':
      return null
    default:
      return 'text'
  }
}

function optionsOf(pack: Pack, field: Field, language: string): FieldView['options'] {
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

/** A value of a field as people read it. */
export function sayValue(pack: Pack, field: Field, value: unknown, language = 'en'): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const options = optionsOf(pack, field, language)
  const one = (item: unknown) => options.find((option) => option.value === item)?.text ?? String(item)
  if (Array.isArray(value)) return value.map(one).join(', ')
  if (field.type === 'datetime') return sayLocal(String(value))
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
