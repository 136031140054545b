import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import type { StepInput } from '#pack/engines/flow/answer.ts'
import { LATE_FIELD } from '#pack/engines/flow/check-late.ts'
import { countedField, countedWhyField, departedField } from '#pack/engines/flow/proposed.ts'
import type { StepOnPage } from '../case/step-on-page.ts'
import { readTold } from '../contacts/read-told.ts'
import type { TellsOnPage } from '../contacts/tell-blocks.ts'
import type { ToldAtStep } from '../contacts/told-by-step.ts'
import type { NewPerson } from '../people.ts'
import type { KnownPerson } from '../queries/known-people.ts'
import type { FieldView } from './field-view.ts'
import { findPerson, readPeople } from './people-fields.ts'
import type { FieldValue } from './read-fields.ts'
import { readFields } from './read-fields.ts'

export interface StepValues {
  readonly answers: readonly string[]
  readonly notNeeded: string | null
  readonly takenBack: boolean
  readonly voice: 'yes' | 'no' | null
  /** Whose answer has come, where several are awaited. */
  readonly heard: string | null
  readonly minute: string
  readonly gaveUp: boolean
  readonly note: string
  readonly reason: string
  /** Why it is taken late. */
  readonly lateBecause: string
  readonly fields: Record<string, FieldValue>
  readonly people: readonly NewPerson[]
  readonly witness: string | null
  /** The item of evidence with which it is done. */
  readonly item: string | null
  /** Why each outcome of a table was added or left out. */
  readonly departed: Readonly<Record<string, string>>
  readonly told: readonly ToldAtStep[]
  /** What they count instead of the software, by column of a table, and why. */
  readonly counts: NonNullable<StepInput['counts']>
}

/** Reads one step: its answer, whether it was needed, the fields and people that it and the chosen answers ask for, a note. */
export function readStep(
  body: unknown,
  step: StepOnPage,
  views: readonly FieldView[],
  known: readonly KnownPerson[],
  tells: TellsOnPage,
): Form<StepValues> {
  const reader = new FormReader(body)
  const settled = step.was !== null && !step.second && step.decides === null
  const voice = step.decides === null ? null : reader.choice('voice', ['yes', 'no'], 'Say yes or no')
  const note = readNote(reader, step, voice)
  const gaveUp = step.mayGiveUp && reader.ticked('gave_up')
  const reason = settled ? reader.text('reason', { max: 4000, required: 'Say why you are changing it' }) : ''
  const takenBack = settled && reader.ticked('taken_back')
  const chooses = step.optional && !step.second && !takenBack
  const needed = chooses ? reader.choice('needed', ['yes', 'no'], 'Say whether it is needed') : 'yes'
  const notNeeded = needed === 'no' ? reader.text('not_needed', { max: 4000, required: notNeededWords(step) }) : null
  const asks = notNeeded === null && !step.second && !takenBack && !gaveUp && voice !== 'no'
  const saysLate = step.wantsLateReason && !settled && notNeeded === null && !step.second
  const answers = asks ? readAnswers(reader, step) : []
  const bodies = step.awaits.map((one) => one.party)
  const heard = asks && bodies.length > 0 ? reader.choice('heard', bodies, 'Say whose answer has come') : null
  const fields = [
    ...step.fields,
    ...step.answers.filter((answer) => answers.includes(answer.id)).flatMap((answer) => answer.fields),
  ]
  const wanted = new Set(fields.map((field) => field.id))
  return reader.done({
    answers,
    notNeeded,
    takenBack,
    voice,
    heard,
    minute: step.asksMinute ? reader.text('minute', { max: 200 }) : '',
    gaveUp,
    note,
    reason,
    lateBecause: saysLate ? reader.text(LATE_FIELD, { max: 4000, required: 'Say why this is late' }) : '',
    fields: asks
      ? readFields(
          reader,
          views.filter((view) => wanted.has(view.id)),
        )
      : {},
    people: asks ? readPeople(reader, fields, known) : [],
    item:
      asks && step.evidence !== null ? reader.text('item', { max: 36, required: 'Choose the item of evidence' }) : null,
    witness: asks && step.witness ? readWitness(reader, known) : null,
    departed: asks && step.applied !== null ? readDeparted(reader, step) : {},
    told: asks ? readTold(reader, tells, answers) : [],
    counts: asks ? readCounts(reader, step) : {},
  })
}

const notNeededWords = (step: StepOnPage) =>
  step.tells === null ? 'Say why it is not needed' : 'Say why they were not told'

// Which of them are departures, the engine says.
const readDeparted = (reader: FormReader, step: StepOnPage): Record<string, string> =>
  Object.fromEntries(
    step.answers.flatMap(({ id }) => {
      const why = reader.text(departedField(id), { max: 4000 })
      return why === '' ? [] : [[id, why]]
    }),
  )

// An empty field leaves what was counted.
const readCounts = (reader: FormReader, step: StepOnPage): StepValues['counts'] =>
  Object.fromEntries(
    Object.keys(step.applied?.proposal.counted ?? {}).flatMap((column) => {
      const typed = reader.text(countedField(column), { max: 3 })
      const because = reader.text(countedWhyField(column), { max: 4000 })
      if (typed === '') return []
      if (!/^\d{1,3}$/.test(typed)) {
        reader.fault(countedField(column), 'Write how many in figures')
        return []
      }
      return [[column, { number: Number(typed), because }]]
    }),
  )

function readNote(reader: FormReader, step: StepOnPage, voice: 'yes' | 'no' | null): string {
  const wants = step.decides === 'required' || (step.decides === 'on_refusal' && voice === 'no')
  return reader.text('note', { max: 4000, ...(wants ? { required: 'Say why' } : {}) })
}

function readWitness(reader: FormReader, known: readonly KnownPerson[]): string | null {
  const name = reader.text('witness', { max: 300, required: 'Name the person who was there as a witness' })
  const found = findPerson(known, name)
  if (found === undefined) reader.fault('witness', 'Choose one of the names that appear as you type')
  return found?.id ?? null
}

function readAnswers(reader: FormReader, step: StepOnPage): string[] {
  const ids = step.answers.map((answer) => answer.id)
  if (ids.length === 0) return []
  if (!step.several) return [reader.choice('answer', ids, 'Choose an answer')].filter((answer) => answer !== null)
  const chosen = reader.choices('answer', ids)
  if (chosen.length === 0 && step.applied === null) reader.fault('answer', 'Choose at least one answer')
  return chosen
}
