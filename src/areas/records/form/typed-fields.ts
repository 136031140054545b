import type { Typed } from '#core/form.ts'
import type { FieldView } from '../forms/field-view.ts'

/** What stands in a form, as its fields would send it. */
export const typedOf = (fields: readonly FieldView[], values: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(fields.flatMap((field) => typedOne(field, values[field.id])))

function typedOne({ id, kind, options }: FieldView, value: unknown): (readonly [string, string | string[]])[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'boolean') return [[id, value ? 'yes' : 'no']]
  if ((kind === 'date' || kind === 'datetime') && typeof value === 'string') return dateTyped(id, value)
  // A person is chosen by their name.
  if (kind === 'person') return [[id, options.find((option) => option.value === value)?.text ?? '']]
  return [[id, Array.isArray(value) ? value.map(String) : String(value)]]
}

function dateTyped(id: string, value: string): (readonly [string, string])[] {
  const [date = '', time = ''] = value.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  return [
    [`${id}-day`, String(Number(day))],
    [`${id}-month`, String(Number(month))],
    [`${id}-year`, year],
    ...(time === '' ? [] : [[`${id}-time`, time.slice(0, 5)] as const]),
  ]
}
