import type { FieldValue, FieldView, KnownPerson, NewPerson } from '#areas/records/index.ts'
import { readFields, readPerson } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'

export interface OpenValues {
  readonly title: string
  readonly schoolId: string
  readonly fields: Record<string, FieldValue>
  readonly people: readonly NewPerson[]
}

/** Reads the form that opens a case. */
export function readOpen(
  body: unknown,
  fields: readonly FieldView[],
  schools: readonly string[],
  parts: readonly string[],
  known: readonly KnownPerson[],
): Form<OpenValues> {
  const reader = new FormReader(body)
  const title = reader.text('title', { required: 'Say in a few words what it is about', max: 120 })
  const [only] = schools
  const schoolId =
    schools.length === 1 && only !== undefined ? only : (reader.choice('school', schools, 'Choose the school') ?? '')
  const values = {
    title,
    schoolId,
    fields: readFields(reader, fields),
    people: [1, 2, 3].flatMap((row) => readPerson(reader, row, parts, known)),
  }
  return reader.done(values)
}
