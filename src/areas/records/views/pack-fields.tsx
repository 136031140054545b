import type { Typed } from '#core/form.ts'
import { CharacterCount } from '#ui/character-count/character-count.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Input } from '#ui/input/input.tsx'
import { NameInput } from '#ui/name-input/name-input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import type { FieldView } from '../forms/field-view.ts'

interface PackFieldsProps {
  readonly fields: readonly FieldView[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

// More answers than this are a long list to scroll: a drop-down is shorter.
const MOST_RADIOS = 8

/** The fields of a pack as a form, with what was typed and what was wrong. */
export function PackFields({ fields, typed, errors }: PackFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <PackField key={field.id} field={field} typed={typed} error={errors[field.id]} />
      ))}
    </>
  )
}

interface PackFieldProps {
  readonly field: FieldView
  readonly typed: Typed
  readonly error: string | undefined
}

function PackField({ field, typed, error }: PackFieldProps) {
  const value = typed[field.id]
  const common = { name: field.id, hint: field.hint, error }
  switch (field.kind) {
    case 'long_text':
      return (
        <CharacterCount {...common} label={field.label} labelSize="s" value={value} maxlength={8000} threshold={75} />
      )
    case 'choices':
      return <Checkboxes {...common} legend={field.label} legendSize="s" options={field.options} value={value} small />
    case 'person':
      return (
        <NameInput
          {...common}
          label={field.label}
          labelSize="s"
          hint={field.hint ?? 'Choose from the names that appear as you type.'}
          value={value}
        />
      )
    case 'time':
      return (
        <Input
          {...common}
          label={field.label}
          labelSize="s"
          hint={field.hint ?? 'For example 14:30'}
          width={5}
          value={value}
        />
      )
    case 'record':
    case 'choice':
      return <Choice field={field} typed={typed} error={error} />
    case 'yes_no':
      return (
        <Radios
          {...common}
          legend={field.label}
          legendSize="s"
          inline
          options={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          value={value}
        />
      )
    case 'date':
      return <DateInput {...common} legend={field.label} legendSize="s" value={dateTyped(typed, field.id)} />
    case 'datetime':
      return <Moment field={field} typed={typed} error={error} />
    default:
      return <Input {...common} label={field.label} labelSize="s" value={value} />
  }
}

function Choice({ field, typed, error }: PackFieldProps) {
  const common = { name: field.id, hint: field.hint, error, value: typed[field.id] }
  const long = field.kind === 'record' || field.options.length > MOST_RADIOS
  if (!long) return <Radios {...common} legend={field.label} legendSize="s" options={field.options} small />
  const options = field.options.map(({ value, text }) => ({ value, text }))
  return (
    <Select {...common} label={field.label} labelSize="s" options={[{ value: '', text: 'Choose one' }, ...options]} />
  )
}

function Moment({ field, typed, error }: PackFieldProps) {
  return (
    <>
      <DateInput
        name={field.id}
        hint={field.hint}
        error={error}
        legend={field.label}
        legendSize="s"
        value={dateTyped(typed, field.id)}
      />
      <Input
        name={`${field.id}-time`}
        label="At about what time?"
        labelSize="s"
        hint="For example 14:30. Leave it empty if nobody knows."
        width={5}
        value={typed[`${field.id}-time`]}
      />
    </>
  )
}

const dateTyped = (typed: Typed, id: string) => ({
  day: typed[`${id}-day`],
  month: typed[`${id}-month`],
  year: typed[`${id}-year`],
})
