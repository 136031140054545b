import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import type { NewPerson } from '../people.ts'
import type { KnownPerson } from '../queries/known-people.ts'
import { findPerson } from './people-fields.ts'

/** Reads one person more for a record: a name that the school knows, or a few words, and the part they have. */
export function readAddPerson(
  body: unknown,
  parts: readonly string[],
  known: readonly KnownPerson[],
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

/** Reads a name and a part of a row of a form; an empty row names nobody. */
export function readPerson(
  reader: FormReader,
  row: number,
  parts: readonly string[],
  known: readonly KnownPerson[],
): NewPerson[] {
  const name = reader.text(`person-${row}`, { max: 300 })
  if (name === '') return []
  const found = findPerson(known, name)
  if (found === undefined) reader.fault(`person-${row}`, 'Choose one of the names that appear as you type')
  const part = reader.choice(`part-${row}`, parts, 'Choose the part they have')
  return found === undefined || part === null ? [] : [{ part, personId: found.id, described: null }]
}
