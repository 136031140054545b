import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { CharacterCount } from '#ui/character-count/character-count.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { CheckAsks } from '../forms.ts'
import { fieldOf } from '../forms.ts'
import { paths } from '../paths.ts'
import { PROOFS } from '../say.ts'

export interface CheckFormProps {
  readonly id: string
  readonly values: readonly { readonly name: string; readonly says: string; readonly set: string }[]
  readonly asks: CheckAsks
  readonly standsIn: boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The form with which somebody says what they saw. */
export function CheckForm({ id, values, asks, standsIn, typed, errors }: CheckFormProps) {
  return (
    <Form action={paths.show.to(id)}>
      {standsIn && <InsetText>You stand in for this post. Your name is kept with what you state.</InsetText>}
      {asks.schools.length > 1 && (
        <Checkboxes
          name="schools"
          legend="Where did you check it?"
          legendSize="s"
          small
          options={asks.schools.map((school) => ({ value: school.id, text: school.name }))}
          value={typed.schools}
          error={errors.schools}
        />
      )}
      <Radios
        name="holds"
        legend="Does it hold as the policy sets it?"
        legendSize="s"
        inline
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        value={typed.holds}
        error={errors.holds}
      />
      {values.map((value) => (
        <Input
          name={fieldOf(value.name)}
          label={`${value.says}, as it is set now`}
          labelSize="s"
          hint={`The policy sets: ${value.set}. Leave it empty if you did not look.`}
          autocomplete="off"
          value={typed[fieldOf(value.name)]}
          error={errors[fieldOf(value.name)]}
        />
      ))}
      <Radios
        name="proof"
        legend="How do you know?"
        legendSize="s"
        small
        options={asks.proofs.map((kind) => ({ value: kind, text: PROOFS[kind].asks }))}
        value={typed.proof}
        error={errors.proof}
      />
      <CharacterCount
        name="said"
        label="What you saw"
        labelSize="s"
        hint="A few words: which report, what the screen showed, who stated it. No passwords, and no names that nobody needs."
        rows={4}
        maxlength={3000}
        threshold={75}
        value={typed.said}
        error={errors.said}
      />
      <Button preventDoubleClick>Say so</Button>
    </Form>
  )
}
