import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { RecordHome } from '../home.ts'
import { PersonFields } from './person-fields.tsx'

export interface PeopleViewProps {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly parts: readonly { readonly value: string; readonly text: string }[]
  readonly known: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Naming one more person in a case. */
export function PeopleView({ home, id, reference, parts, known, typed, errors }: PeopleViewProps) {
  return (
    <Page
      title="Add a person"
      caption={reference}
      errors={errors}
      back={{ href: home.paths.show.to(id), text: `Back to the ${home.noun}` }}
      lede="Their branch of the chart opens beside the others. A member of staff named in it can no longer see the case."
    >
      <Form>
        <PersonFields row={1} parts={parts} typed={typed} errors={errors} />
        <Input
          name="described"
          label="Or somebody the school does not know (optional)"
          hint="A few words, for instance “a cousin, about 19”. Leave the name empty then."
          value={typed.described}
          error={errors.described}
        />
        <KnownNames names={known} />
        <Button preventDoubleClick>Add this person</Button>
      </Form>
    </Page>
  )
}
