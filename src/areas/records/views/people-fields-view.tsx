import type { Typed } from '#core/form.ts'
import { NameInput } from '#ui/name-input/name-input.tsx'
import { Select } from '#ui/select/select.tsx'

/** A field of the pack that names people, as a page draws it. */
export interface PeopleFieldView {
  readonly id: string
  readonly asks: string
  readonly hint: string | null
  readonly required: boolean
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
      {fields.map((field) => (
        <div class="kept-pair">
          <NameInput
            name={`${field.id}-name`}
            label={field.required ? field.asks : `${field.asks} (optional)`}
            hint={field.hint ?? 'Choose from the names that appear as you type.'}
            value={typed[`${field.id}-name`]}
            error={errors[`${field.id}-name`] ?? errors[field.id]}
          />
          {field.parts.length > 1 && (
            <Select
              name={`${field.id}-part`}
              label="Their part"
              options={[{ value: '', text: 'Choose a part' }, ...field.parts]}
              value={typed[`${field.id}-part`]}
              error={errors[`${field.id}-part`]}
            />
          )}
        </div>
      ))}
    </>
  )
}
