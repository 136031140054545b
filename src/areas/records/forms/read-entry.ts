import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import type { NewPerson } from '../people.ts'
import type { KnownPerson } from '../queries/known-people.ts'
import type { FieldView } from './field-view.ts'
import { type FieldValue, readFields } from './read-fields.ts'
import { readPerson } from './read-person.ts'
import { MOST_ROWS, type RowsView, readRows } from './read-rows.ts'

interface Choice {
  readonly value: string
  readonly text: string
}

/** The form of a register: what the policy asks for an entry. */
export interface EntryForm {
  readonly schools: readonly Choice[]
  readonly fields: readonly FieldView[]
  readonly parts: readonly Choice[]
  readonly rows: readonly RowsView[]
  readonly known: readonly KnownPerson[]
}

export interface EntryValues {
  readonly schoolId: string
  readonly fields: Record<string, FieldValue>
  readonly rows: Record<string, readonly Record<string, FieldValue>[]>
  readonly people: readonly NewPerson[]
  /** Somebody pressed for more rows rather than for the end. */
  readonly more: boolean
  /** How many rows of each list the page shows. */
  readonly shown: Readonly<Record<string, number>>
}

/** How many rows a list begins with, and how many more are added at a time. */
export const FIRST_ROWS = 3

/** How many people a form can name at once; more are added on the entry's own page. */
export const PEOPLE_ROWS = [1, 2, 3] as const

/** Reads the form of an entry, its lists too. */
export function readEntry(body: unknown, form: EntryForm): Form<EntryValues> {
  const reader = new FormReader(body)
  const schools = form.schools.map((school) => school.value)
  const [only] = schools
  const more = reader.text('more', { max: 80 })
  const shown = Object.fromEntries(
    form.rows.map((rows) => {
      const before = Number.parseInt(reader.text(`${rows.id}-shown`, { max: 4 }), 10) || FIRST_ROWS
      return [rows.id, Math.min(before + (more === rows.id ? FIRST_ROWS : 0), MOST_ROWS)]
    }),
  )
  return reader.done({
    schoolId:
      schools.length === 1 && only !== undefined ? only : (reader.choice('school', schools, 'Choose the school') ?? ''),
    fields: readFields(reader, form.fields),
    rows: Object.fromEntries(form.rows.map((rows) => [rows.id, readRows(reader, rows, shown[rows.id] ?? FIRST_ROWS)])),
    people: PEOPLE_ROWS.flatMap((row) =>
      readPerson(
        reader,
        row,
        form.parts.map((part) => part.value),
        form.known,
      ),
    ),
    more: more !== '',
    shown,
  })
}

const MOST_LETTERS = 120

/** What an entry is called in lists: the first thing that was written in words, or else chosen, or what its register is about. */
export function titleOf(says: string, form: EntryForm, { fields }: EntryValues): string {
  const written = form.fields.filter((field) => field.kind === 'text' || field.kind === 'long_text')
  const chosen = form.fields.filter((field) => field.kind === 'choice' || field.kind === 'record')
  const words = [
    ...written.map((field) => fields[field.id]),
    ...chosen.map((field) => field.options.find((option) => option.value === fields[field.id])?.text),
  ].find((value) => typeof value === 'string' && value !== '')
  return typeof words === 'string' ? shorten(words.replaceAll(/\s+/g, ' ')) : says
}

const shorten = (words: string): string =>
  words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS - 1).replace(/\s+\S*$/, '')}…`
