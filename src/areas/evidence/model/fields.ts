import type { FieldView } from '#areas/records/index.ts'

/** A field of an evidence form: as the forms of a pack are drawn and read, so that both look and behave alike. */
export type EvidenceField = FieldView

type More = Partial<Pick<FieldView, 'hint' | 'options'>>

const field =
  (kind: FieldView['kind'], required: boolean) =>
  (id: string, label: string, more: More = {}): EvidenceField => ({
    id,
    kind,
    label: required ? label : `${label} (optional)`,
    hint: more.hint,
    required,
    options: more.options ?? [],
  })

/** A line, a longer text, yes or no, one of a few, a moment, a person: those that must be answered, then those that may. */
export const must = {
  line: field('text', true),
  text: field('long_text', true),
  yesNo: field('yes_no', true),
  choice: field('choice', true),
  moment: field('datetime', true),
  person: field('person', true),
}
export const may = {
  line: field('text', false),
  text: field('long_text', false),
  person: field('person', false),
}

/** Answers to choose from, by what is stored and what is read. */
export const answers = (...pairs: readonly (readonly [string, string])[]): FieldView['options'] =>
  pairs.map(([value, text]) => ({ value, text, hint: undefined }))

/** A form's fields with what they are called. */
export const labelOf = ({ label }: EvidenceField): string => label.replace(/ \(optional\)$/, '')
