import type { FormReader } from '#core/form.ts'
import type { Field } from '#pack/types/field.ts'
import type { NewPerson } from '../people.ts'
import type { KnownPerson } from '../queries/known-people.ts'

/** The fields of a step that give people a part: each asks for a name and the part they have. */
export const peopleFields = (fields: readonly Field[]): Field[] =>
  fields.filter((field) => (field.type === 'people' || field.type === 'person') && (field.parts ?? []).length > 0)

/** Reads the people whom a step names; a name that the school does not know is a fault. */
export function readPeople(reader: FormReader, fields: readonly Field[], known: readonly KnownPerson[]): NewPerson[] {
  return peopleFields(fields).flatMap((field) => {
    const parts = field.parts ?? []
    const name = reader.text(`${field.id}-name`, { max: 300 })
    if (name === '') {
      if (field.required) reader.fault(`${field.id}-name`, 'Name at least one person')
      return []
    }
    const found = findPerson(known, name)
    if (found === undefined) reader.fault(`${field.id}-name`, 'Choose one of the names that appear as you type')
    const [only] = parts
    const part =
      parts.length === 1 && only !== undefined
        ? only
        : reader.choice(`${field.id}-part`, parts, 'Choose the part they have')
    return found === undefined || part === null ? [] : [{ part, personId: found.id, described: null }]
  })
}

/** Somebody by the words of a list, or by the beginning of their name when it is the only one. */
export function findPerson(known: readonly KnownPerson[], name: string): KnownPerson | undefined {
  const exact = known.find((person) => person.words === name)
  if (exact !== undefined) return exact
  const begins = known.filter((person) => person.words.toLowerCase().startsWith(name.toLowerCase()))
  return begins.length === 1 ? begins[0] : undefined
}
