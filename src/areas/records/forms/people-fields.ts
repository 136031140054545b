import { folded } from '#core/fold.ts'
import type { FormReader } from '#core/form.ts'
import { teamsIn } from '#pack/engines/case-team.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { NewPerson } from '../people.ts'
import type { KnownPerson } from '../queries/known-people.ts'

/** The fields of a step that give people a part: each asks for a name and the part they have. */
export const peopleFields = (fields: readonly Field[]): Field[] =>
  fields.filter((field) => (field.type === 'people' || field.type === 'person') && (field.parts ?? []).length > 0)

/** More rows than this are never shown at once; further people are added on the record's own page. */
const MOST_ROWS = 6

/** How many people a field asks for at once: as many as a team needs that is named in its part, else one. */
export function rowsOf(pack: Pack, { type, many, parts = [] }: Field): number {
  if (type !== 'people' && !many) return 1
  const teams = teamsIn(pack).filter(({ team }) => team.part !== null && parts.includes(team.part))
  return Math.min(MOST_ROWS, Math.max(1, ...teams.map(({ team }) => team.least)))
}

/** What a row of a field is called in its form: the first has the plain name. */
export const rowName = (field: string, row: number, what: 'name' | 'part'): string =>
  row === 1 ? `${field}-${what}` : `${field}-${what}-${row}`

/** Reads the people whom a step names; a name that the school does not know is a fault. */
export function readPeople(reader: FormReader, fields: readonly Field[], known: readonly KnownPerson[]): NewPerson[] {
  return peopleFields(fields).flatMap((field) => {
    const rows = Array.from({ length: MOST_ROWS }, (_, at) => readRow(reader, field, at + 1, known))
    return rows.flatMap((one) => one ?? [])
  })
}

function readRow(reader: FormReader, field: Field, row: number, known: readonly KnownPerson[]): NewPerson | null {
  const parts = field.parts ?? []
  const at = rowName(field.id, row, 'name')
  const name = reader.text(at, { max: 300 })
  if (name === '') {
    if (field.required && row === 1) reader.fault(at, 'Name at least one person')
    return null
  }
  const found = findPerson(known, name)
  if (found === undefined) reader.fault(at, 'Choose one of the names that appear as you type')
  const [only] = parts
  const part =
    parts.length === 1 && only !== undefined
      ? only
      : reader.choice(rowName(field.id, row, 'part'), parts, 'Choose the part they have')
  return found === undefined || part === null ? null : { part, personId: found.id, described: null }
}

/** Somebody by the words of a list, or by the beginning of their name when it is one person's only. */
export function findPerson(known: readonly KnownPerson[], name: string): KnownPerson | undefined {
  const exact = known.find((person) => person.words === name)
  if (exact !== undefined) return exact
  const begins = known.filter((person) => folded(person.words).startsWith(folded(name)))
  // Who belongs to two schools, or is here as two things, stands in the list twice.
  return new Set(begins.map((person) => person.id)).size === 1 ? begins[0] : undefined
}
