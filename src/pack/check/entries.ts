import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Field } from '../types/field.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import type { RecordKind } from '../types/record.ts'
import type { View } from './view.ts'

/** What a policy brings along fits the form of its register, and a register of contacts says whom it helps. */
export const entries = (view: View): Fault[] =>
  Object.entries(view.pack.records).flatMap(([id, record]) => [
    ...record.entries.flatMap((_, index) => entryFaults(view, id, record, index)),
    ...contactFaults(view, id, record),
  ])

function entryFaults({ pack, positions }: View, id: string, record: RecordKind, index: number): Fault[] {
  const entry = record.entries[index]
  if (entry === undefined) return []
  const at: Path = ['records', id, 'entries', index]
  const missing = record.fields.filter(
    (field) => field.required && field.when === undefined && entry.fields[field.id] === undefined,
  )
  return [
    ...missing.map((field) =>
      positions.fault(
        [...at, 'id'],
        'wrong_entry',
        `“${entry.id}” does not say “${field.id}”, which has to be answered.`,
      ),
    ),
    ...Object.entries(entry.fields).flatMap(([name, value]) => {
      const field = record.fields.find((one) => one.id === name)
      const path = [...at, 'fields', name]
      if (field === undefined)
        return [positions.fault(path, 'unknown_name', `record/${id} has no field “${name}” in its form.`)]
      const wrong = misfit(pack, field, value)
      return wrong === null ? [] : [positions.fault(path, 'wrong_entry', wrong)]
    }),
  ]
}

// A person, another record or a file cannot be known to a policy.
const UNKNOWABLE = /^(person|people|class|school|site|device|account|signature|file|record\/.*|party\/.*)$/

function misfit(pack: Pack, field: Field, value: RecordKind['entries'][number]['fields'][string]): string | null {
  if (UNKNOWABLE.test(field.type)) return `No policy knows what stands in “${field.id}” at a school.`
  if (field.type === 'boolean' || field.type === 'yes_no')
    return typeof value === 'boolean' ? null : `“${field.id}” is true or false.`
  if (field.type === 'integer' || field.type === 'number' || field.type === 'money')
    return typeof value === 'number' ? null : `“${field.id}” is a number.`
  if (field.many !== Array.isArray(value) && field.type.startsWith('list/'))
    return field.many ? `“${field.id}” takes a list of values.` : `“${field.id}” takes one value.`
  const list = pack.lists[partsOf(field.type)?.id ?? '']
  if (!field.type.startsWith('list/') || list === undefined)
    return typeof value === 'string' ? null : `“${field.id}” is a text.`
  const strange = [value].flat().find((one) => !list.values.some((known) => known.id === one))
  return strange === undefined ? null : `${field.type} has no value “${String(strange)}”.`
}

function contactFaults({ pack, positions }: View, id: string, { contacts, fields }: RecordKind): Fault[] {
  if (contacts === undefined) return []
  const at: Path = ['records', id, 'contacts']
  const helps = fields.find((one) => one.id === contacts.helps)
  const values = pack.lists[partsOf(helps?.type ?? '')?.id ?? '']?.values ?? []
  return [
    ...Object.entries(contacts).flatMap(([key, name]) =>
      name === undefined || fields.some((one) => one.id === name)
        ? []
        : [positions.fault([...at, key], 'unknown_name', `record/${id} has no field “${name}” in its form.`)],
    ),
    ...(helps !== undefined && !values.some((one) => one.for !== undefined)
      ? [
          positions.fault(
            [...at, 'helps'],
            'nobody_meant',
            `No value of “${contacts.helps}” says with for: whom it means, so nobody would find these contacts.`,
          ),
        ]
      : []),
  ]
}
