import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { BesideCase } from '../views/beside-case.tsx'

export interface LinkViewProps {
  readonly id: string
  readonly reference: string
  /** The cases that the list offers, as number and title. */
  readonly offered: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Saying that another case belongs with this one. */
export function LinkView({ id, reference, offered, typed, errors }: LinkViewProps) {
  return (
    <BesideCase
      id={id}
      reference={reference}
      title="Link another case"
      errors={errors}
      lede="It is shown on both cases, to those who may see both. Nobody else learns of it."
    >
      <Form>
        <Input
          name="other"
          label="Which case?"
          labelSize="s"
          hint="Its number, for instance INC-0012."
          value={typed.other}
          error={errors.other}
          autocomplete="off"
          attributes={{ list: 'other-cases' }}
        />
        <datalist id="other-cases">
          {offered.map((words) => (
            <option value={words} />
          ))}
        </datalist>
        <Textarea
          name="reason"
          label="Why do they belong together?"
          labelSize="s"
          hint="For instance the same account, or the same two pupils."
          value={typed.reason}
          error={errors.reason}
          rows={4}
        />
        <Button preventDoubleClick>Link them</Button>
      </Form>
    </BesideCase>
  )
}
