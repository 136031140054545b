import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { incidentKinds, KIND_FIELD } from '../kinds.ts'

/** By what cases are counted. */
export interface Dimension {
  readonly id: string
  readonly says: string
  /** What people typed themselves may name somebody: it is counted for those who handle cases, and for nobody else. */
  readonly typed: boolean
  readonly of: 'kind' | 'school' | 'month' | 'weekday' | 'hour' | 'year_group' | 'field'
  /** A value as people read it, and the values in their order, as far as there is one. */
  readonly values: readonly { readonly value: string; readonly text: string }[]
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const weekdays = DAYS.map((text, at) => ({ value: String(at + 1), text }))
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, '0')}:00 to ${String(hour).padStart(2, '0')}:59`,
}))
const years = Array.from({ length: 15 }, (_, at) => ({ value: String(at - 1), text: sayYear(at - 1) }))

function sayYear(year: number): string {
  if (year === -1) return 'Nursery'
  return year === 0 ? 'Reception' : `Year ${year}`
}

/**
 * By what the cases of a policy can be counted: their kind, the time, the year groups in them, and each question of the
 * policy's own form that is answered by choosing, such as the place or the device; then what is typed there in a line.
 */
export function dimensionsOf(
  policy: PolicyInForce,
  schools: readonly { readonly id: string; readonly name: string }[],
): Dimension[] {
  const plain = (of: Dimension['of'], says: string, values: Dimension['values']): Dimension => ({
    id: of,
    says,
    typed: false,
    of,
    values,
  })
  return [
    plain('kind', 'Kind', incidentKinds(policy)),
    plain('month', 'Month', []),
    plain('weekday', 'Day of the week', weekdays),
    plain('hour', 'Hour of the day', hours),
    plain('year_group', 'Year group of the pupils in it', years),
    ...(schools.length > 1
      ? [
          plain(
            'school',
            'School',
            schools.map(({ id, name }) => ({ value: id, text: name })),
          ),
        ]
      : []),
    ...fieldDimensions(policy),
  ]
}

function fieldDimensions({ pack }: PolicyInForce): Dimension[] {
  const fields = (pack.records.incident?.fields ?? []).filter((field) => field.id !== KIND_FIELD)
  const found = fields.flatMap((field): Dimension[] => {
    const base = { id: `field_${field.id}`, says: textOf(field.asks), of: 'field' as const }
    if (field.type === 'text') return [{ ...base, typed: true, values: [] }]
    if (field.type === 'boolean') return [{ ...base, typed: false, values: YES_NO }]
    if (!field.type.startsWith('list/')) return []
    const values = pack.lists[field.type.slice('list/'.length)]?.values ?? []
    return [{ ...base, typed: false, values: values.map((one) => ({ value: one.id, text: textOf(one.says) })) }]
  })
  return [...found.filter((one) => !one.typed), ...found.filter((one) => one.typed)]
}

const YES_NO = [
  { value: 'true', text: 'Yes' },
  { value: 'false', text: 'No' },
]
