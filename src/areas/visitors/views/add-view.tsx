import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { Words } from '#ui/words.ts'
import { paths } from '../paths.ts'

export interface AddViewProps {
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  /** What the policy asks about visitors, drawn as fields. */
  readonly facts: Words
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Somebody stands at the front desk: who they are, and what the policy needs to know of them. */
export function AddView({ schools, facts, typed, errors }: AddViewProps) {
  return (
    <Page title="Somebody has arrived" back={{ href: paths.list.to(), text: 'Visitors' }} errors={errors}>
      <Form action={paths.add.to()} class="kept-measure">
        <Input
          name="given"
          label="First name"
          labelSize="s"
          autocomplete="off"
          value={typed.given}
          error={errors.given}
        />
        <Input
          name="family"
          label="Last name"
          labelSize="s"
          autocomplete="off"
          value={typed.family}
          error={errors.family}
        />
        <Radios
          name="kind"
          legend="How do they come?"
          legendSize="s"
          small
          options={[
            { value: 'visitor', text: 'As a visitor', hint: 'A therapist, tutor, supply teacher, contractor' },
            { value: 'volunteer', text: 'As a volunteer' },
          ]}
          value={typed.kind}
          error={errors.kind}
        />
        {schools.length > 1 && (
          <Radios
            name="school"
            legend="To which school?"
            legendSize="s"
            small
            options={schools.map((school) => ({ value: school.id, text: school.name }))}
            value={typed.school}
            error={errors.school}
          />
        )}
        {facts}
        <Input
          name="email"
          type="email"
          label="Mail address"
          labelSize="s"
          hint="For the link and their copy. Leave it empty if they sign here."
          autocomplete="off"
          value={typed.email}
          error={errors.email}
        />
        <Button preventDoubleClick>Add them</Button>
      </Form>
    </Page>
  )
}
