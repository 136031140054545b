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

export interface StepValues {
  readonly answers: readonly string[]
  readonly notNeeded: string | null
  readonly note: string
  readonly reason: string
  readonly fields: Record<string, FieldValue>
}

/** Reads one step: its answer, whether it was needed, the fields it asks, a note. */
export function readStep(
  body: unknown,
  step: { answers: readonly string[]; several: boolean; optional: boolean; settled: boolean; second: boolean },
  fields: readonly FieldView[],
): Form<StepValues> {
  const reader = new FormReader(body)
  const note = reader.text('note', { max: 4000 })
  const reason = step.settled ? reader.text('reason', { max: 4000, required: 'Say why you are changing it' }) : ''
  const needed =
    step.optional && !step.settled && !step.second
      ? reader.choice('needed', ['yes', 'no'], 'Say whether it is needed')
      : 'yes'
  const notNeeded =
    needed === 'no' ? reader.text('not_needed', { max: 4000, required: 'Say why it is not needed' }) : null
  const asks = notNeeded === null && !step.second
  const answers = asks ? readAnswers(reader, step) : []
  return reader.done({ answers, notNeeded, note, reason, fields: asks ? readFields(reader, fields) : {} })
}

function readAnswers(reader: FormReader, step: { answers: readonly string[]; several: boolean }): string[] {
  if (step.answers.length === 0) return []
  if (!step.several)
    return [reader.choice('answer', step.answers, 'Choose an answer')].filter((answer) => answer !== null)
  const chosen = reader.choices('answer', step.answers)
  if (chosen.length === 0) reader.fault('answer', 'Choose at least one answer')
  return chosen
}

/** Reads a reason for something done to a whole case. */
export function readReason(body: unknown, required: string): Form<{ reason: string }> {
  const reader = new FormReader(body)
  return reader.done({ reason: reader.text('reason', { max: 4000, required }) })
}
