import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { Words } from '#ui/words.ts'
import { paths } from '../paths.ts'

export interface OpenViewProps {
  readonly fields: Words
  readonly schools: readonly { readonly value: string; readonly text: string }[]
  readonly concern: { readonly id: string; readonly body: string } | null
  /** Rows for a name and a part. */
  readonly people: Words
  readonly known: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Opening a case: the policy's incident log, with who is in it. */
export function OpenView(props: OpenViewProps) {
  const { typed, errors } = props
  return (
    <Page
      title="Open a case"
      errors={errors}
      back={{ href: paths.list.to(), text: 'Incidents' }}
      lede="It goes into the incident log. People named as staff in it cannot see it."
    >
      {props.concern !== null && (
        <InsetText>
          <p>What we were told:</p>
          <p class="kept-says">{props.concern.body}</p>
        </InsetText>
      )}
      <Form action={paths.open.to(props.concern?.id)}>
        <Input
          name="title"
          label="In a few words"
          labelSize="s"
          hint="For lists. No names."
          value={typed.title}
          error={errors.title}
        />
        {props.schools.length > 1 && (
          <Radios
            name="school"
            legend="Which school?"
            legendSize="s"
            options={props.schools}
            value={typed.school}
            error={errors.school}
          />
        )}
        {props.fields}
        <Fieldset legend="Who is in it?" legendSize="m">
          <p class="govuk-hint">Choose from the names that appear as you type. You can add more people later.</p>
          {props.people}
        </Fieldset>
        <KnownNames names={props.known} />
        <Button preventDoubleClick>Open the case</Button>
      </Form>
    </Page>
  )
}
