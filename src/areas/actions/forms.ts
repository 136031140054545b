import type { FieldView } from '#areas/records/index.ts'
import { findPerson, type KnownPerson, readFields } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'

/** What the form of an action asks. */
export interface TakeForm {
  readonly actions: readonly string[]
  readonly known: readonly KnownPerson[]
  readonly schools: readonly { readonly value: string; readonly text: string }[]
}

/** Reads the form with which an action is taken. */
export function readTake(body: unknown, { actions, known, schools }: TakeForm) {
  const reader = new FormReader(body)
  return reader.done({
    action: reader.choice('action', actions, 'Choose what is taken') ?? '',
    personId: readWho(reader, known),
    why: reader.text('why', { max: 4000, required: 'Say why this is taken' }),
    schoolId: readSchool(reader, schools),
  })
}

/** What the form of an exception asks. */
export interface AskForm extends Omit<TakeForm, 'actions'> {
  readonly fields: readonly FieldView[]
  /** The open cases to choose from, where it ends with a case. */
  readonly cases: readonly { readonly value: string; readonly text: string }[] | null
}

export interface AskValues {
  readonly personId: string
  readonly why: string
  readonly schoolId: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly caseId: string | null
}

/** Reads the form with which an exception is asked for. */
export function readAsk(body: unknown, { known, schools, fields, cases }: AskForm): Form<AskValues> {
  const reader = new FormReader(body)
  const ids = (cases ?? []).map((one) => one.value)
  return reader.done({
    personId: readWho(reader, known),
    why: reader.text('why', { max: 4000, required: 'Say why it is needed' }),
    schoolId: readSchool(reader, schools),
    fields: readFields(reader, fields),
    caseId: cases === null ? null : reader.choice('case', ids, 'Choose the case with which it ends'),
  })
}

function readWho(reader: FormReader, known: readonly KnownPerson[]): string {
  const name = reader.text('who', { max: 300, required: 'Name whom it is for' })
  const found = name === '' ? undefined : findPerson(known, name)
  if (name !== '' && found === undefined) reader.fault('who', 'Choose one of the names that appear as you type')
  return found?.id ?? ''
}

function readSchool(reader: FormReader, schools: TakeForm['schools']): string {
  const [only] = schools
  if (schools.length === 1 && only !== undefined) return only.value
  return (
    reader.choice(
      'school',
      schools.map((school) => school.value),
      'Choose the school',
    ) ?? ''
  )
}
