import { type Form, FormReader } from '#core/form.ts'
import type { FieldView } from '../forms/field-view.ts'
import { type FieldValue, readFields } from '../forms/read-fields.ts'
import { keyOf, sameAnswer } from './changes.ts'

/** What somebody wants to stand in a record's form. */
export interface FormChange {
  /** Only what they changed; null takes an answer out. */
  readonly fields: Readonly<Record<string, FieldValue | null>>
  readonly reason: string
}

/** The name under which a page says what stood in a field when it was shown. */
export const shownAs = (id: string): string => `was-${id}`

/**
 * Reads the form of a record as it was sent. Only what differs from what the page showed is a change, so that two people who
 * fill in different fields do not undo each other; one field changed by both is a fault beside it, with what stands there now.
 */
export function readForm(
  body: unknown,
  fields: readonly FieldView[],
  stands: Readonly<Record<string, unknown>>,
  say: (id: string, value: unknown) => string,
): Form<FormChange> {
  const reader = new FormReader(body)
  const sent = readFields(reader, fields)
  const changed = fields.filter(({ id }) => reader.errors[id] === undefined && keyOf(sent[id]) !== shown(reader, id))
  for (const { id } of changed)
    if (shown(reader, id) !== keyOf(stands[id]) && !sameAnswer(sent[id], stands[id]))
      reader.fault(id, `Somebody else has changed this meanwhile. It says now: ${say(id, stands[id]) || 'nothing'}`)
  const overwrites = changed.some(({ id }) => stands[id] !== undefined && !sameAnswer(sent[id], stands[id]))
  const reason = reader.text('reason', {
    max: 2000,
    ...(overwrites ? { required: 'Say why something else stands there now' } : {}),
  })
  return reader.done({ fields: Object.fromEntries(changed.map(({ id }) => [id, sent[id] ?? null])), reason })
}

const shown = (reader: FormReader, id: string): string => reader.text(shownAs(id), { max: 20_000 })
