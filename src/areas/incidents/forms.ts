import type { FieldValue, FieldView, NewPerson } from '#areas/records/index.ts'
import { readFields } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'

/** Somebody whom a list offered. */
interface Known {
  readonly id: string
  readonly words: string
}

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
  known: readonly Known[],
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

/** Reads one more person for a case. */
export function readAddPerson(
  body: unknown,
  parts: readonly string[],
  known: readonly Known[],
): Form<NewPerson | null> {
  const reader = new FormReader(body)
  const described = reader.text('described', { max: 200 })
  const [person] = readPerson(reader, 1, parts, known)
  if (person === undefined && described === '' && Object.keys(reader.errors).length === 0)
    reader.fault('person-1', 'Choose a name, or describe the person')
  if (person === undefined && described !== '') {
    const part = reader.choice('part-1', parts, 'Choose the part they have')
    return reader.done(part === null ? null : { part, personId: null, described })
  }
  return reader.done(person ?? null)
}

function readPerson(reader: FormReader, row: number, parts: readonly string[], known: readonly Known[]): NewPerson[] {
  const name = reader.text(`person-${row}`, { max: 300 })
  if (name === '') return []
  const found =
    known.find((person) => person.words === name) ??
    onlyOne(known.filter((person) => person.words.toLowerCase().startsWith(name.toLowerCase())))
  if (found === undefined) reader.fault(`person-${row}`, 'Choose one of the names that appear as you type')
  const part = reader.choice(`part-${row}`, parts, 'Choose the part they have')
  return found === undefined || part === null ? [] : [{ part, personId: found.id, described: null }]
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** Reads a reason for something done to a whole case. */
export function readReason(body: unknown, required: string): Form<{ reason: string }> {
  const reader = new FormReader(body)
  return reader.done({ reason: reader.text('reason', { max: 4000, required }) })
}
