import type { Typed } from '#core/form.ts'
import { NameInput } from '#ui/name-input/name-input.tsx'
import { Select } from '#ui/select/select.tsx'

interface PersonFieldsProps {
  readonly row: number
  readonly parts: readonly { readonly value: string; readonly text: string }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** One person and the part they have: the name is chosen from those the school knows. */
export function PersonFields({ row, parts, typed, errors }: PersonFieldsProps) {
  const [name, part] = [`person-${row}`, `part-${row}`]
  return (
    <div class="kept-pair">
      <NameInput name={name} label={`Name ${row}`} value={typed[name]} error={errors[name]} />
      <Select
        name={part}
        label={`Part ${row}`}
        options={[{ value: '', text: 'Choose a part' }, ...parts]}
        value={typed[part]}
        error={errors[part]}
      />
    </div>
  )
}
