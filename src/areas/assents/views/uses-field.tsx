import type { Form } from '#core/form.ts'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'

/** One use with a yes or no of its own. */
export interface Use {
  readonly id: string
  readonly says: string
}

interface UsesFieldProps {
  readonly legend: string
  readonly hint: string
  readonly uses: readonly Use[]
  readonly form: Form<unknown>
}

/** Which uses are taken back; nothing to choose where there is one. */
export function UsesField({ legend, hint, uses, form }: UsesFieldProps) {
  if (uses.length < 2) return null
  return (
    <Checkboxes
      name="items"
      legend={legend}
      legendSize="m"
      hint={hint}
      options={uses.map((one) => ({ value: one.id, text: one.says }))}
      value={form.typed.items}
      error={form.errors.items}
    />
  )
}
