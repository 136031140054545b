import type { Typed } from '#core/form.ts'
import { NameInput } from '#ui/name-input/name-input.tsx'
import { Select } from '#ui/select/select.tsx'
import { rowName } from '../forms/people-fields.ts'

/** A field of the pack that names people, as a page draws it. */
export interface PeopleFieldView {
  readonly id: string
  readonly asks: string
  readonly hint: string | null
  readonly required: boolean
  /** How many people it asks for at once. */
  readonly rows: number
  readonly parts: readonly { readonly value: string; readonly text: string }[]
}

interface PeopleFieldsProps {
  readonly fields: readonly PeopleFieldView[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Names that a step asks for, each with the part they have. The list of names stands once in the page. */
export function PeopleFields({ fields, typed, errors }: PeopleFieldsProps) {
  return (
    <>
      {fields.flatMap((field) =>
        Array.from({ length: field.rows }, (_, at) => (
          <PersonRow field={field} row={at + 1} typed={typed} errors={errors} />
        )),
      )}
    </>
  )
}

interface PersonRowProps extends Omit<PeopleFieldsProps, 'fields'> {
  readonly field: PeopleFieldView
  readonly row: number
}

function PersonRow({ field, row, typed, errors }: PersonRowProps) {
  const [name, part] = [rowName(field.id, row, 'name'), rowName(field.id, row, 'part')]
  const label = row === 1 ? field.asks : `${field.asks} (person ${row})`
  return (
    <div class="kept-pair">
      <NameInput
        name={name}
        label={field.required ? label : `${label} (optional)`}
        hint={row === 1 ? (field.hint ?? 'Choose from the names that appear as you type.') : undefined}
        value={typed[name]}
        error={errors[name] ?? (row === 1 ? errors[field.id] : undefined)}
      />
      {field.parts.length > 1 && (
        <Select
          name={part}
          label="Their part"
          options={[{ value: '', text: 'Choose a part' }, ...field.parts]}
          value={typed[part]}
          error={errors[part]}
        />
      )}
    </div>
  )
}
