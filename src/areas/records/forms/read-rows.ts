import type { FormReader } from '#core/form.ts'
import type { FieldView } from './field-view.ts'
import { type FieldValue, readFields } from './read-fields.ts'

/** A list inside a form: so many groups of the same fields. */
export interface RowsView {
  readonly id: string
  readonly says: string
  readonly fields: readonly FieldView[]
  /** How many there have to be at least. */
  readonly least: number
}

/** The name of a field in one row of a list. */
const inRow = (rows: string, row: number, field: string): string => `${rows}-${row}-${field}`

/** The fields of one row, under their names there. */
export const rowFields = (rows: RowsView, row: number): FieldView[] =>
  rows.fields.map((field) => ({ ...field, id: inRow(rows.id, row, field.id) }))

/** The most rows that one page can ask for. */
export const MOST_ROWS = 100

/** Reads the rows of a list that are not empty; too few are a fault beside the first. */
export function readRows(reader: FormReader, rows: RowsView, shown: number): Record<string, FieldValue>[] {
  const found = Array.from({ length: Math.min(shown, MOST_ROWS) }, (_, row) => row).flatMap((row) => {
    const fields = rowFields(rows, row)
    if (fields.every((field) => isEmpty(reader, field))) return []
    const values = readFields(reader, fields)
    return [
      Object.fromEntries(
        rows.fields.flatMap((field): [string, FieldValue][] => {
          const value = values[inRow(rows.id, row, field.id)]
          return value === undefined ? [] : [[field.id, value]]
        }),
      ),
    ]
  })
  const [first] = rows.fields
  if (found.length < rows.least && first !== undefined)
    reader.fault(
      inRow(rows.id, 0, first.id),
      rows.least === 1 ? `Add at least one: ${rows.says}` : `Add at least ${rows.least}: ${rows.says}`,
    )
  return found
}

function isEmpty(reader: FormReader, field: FieldView): boolean {
  if (field.kind === 'choices') return !reader.ticked(field.id)
  if (field.kind === 'date' || field.kind === 'datetime')
    return ['day', 'month', 'year'].every((part) => !reader.ticked(`${field.id}-${part}`))
  return !reader.ticked(field.id)
}

/** The rows of a list as they are kept. */
export const listed = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one)) : []
