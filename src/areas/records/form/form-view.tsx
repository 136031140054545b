import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { FieldView } from '../forms/field-view.ts'
import type { RecordHome } from '../home.ts'
import { PackFields } from '../views/pack-fields.tsx'
import { keyOf } from './changes.ts'
import { shownAs } from './read-form.ts'

export interface FormViewProps {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly fields: readonly FieldView[]
  /** What stands in the form now. */
  readonly stands: Readonly<Record<string, unknown>>
  readonly known: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The form of a record, to be filled in further or put right. */
export function FormView({ home, id, reference, fields, stands, known, typed, errors }: FormViewProps) {
  return (
    <Page
      title="Add to the form, or put it right"
      caption={reference}
      lede="Fill in what is known by now. What stood there before stays in what happened."
      errors={errors}
      back={{ href: home.paths.show.to(id), text: `Back to the ${home.noun}` }}
    >
      <Form action={home.paths.form.to(id)}>
        {fields.map((field) => (
          <input
            type="hidden"
            name={shownAs(field.id)}
            value={stillShown(typed, errors, field.id) ?? keyOf(stands[field.id])}
          />
        ))}
        <PackFields fields={fields} typed={typed} errors={errors} />
        <KnownNames names={known} />
        <Textarea
          name="reason"
          label="Why does something else stand there now?"
          labelSize="s"
          hint="Only where something stood there before."
          value={typed.reason}
          error={errors.reason}
          rows={3}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Page>
  )
}

// After a fault the page still compares with what it showed first, or the other's change would be undone unseen. Only
// beside the field that has a fault does it show what stands there now.
function stillShown(typed: Typed, errors: FormViewProps['errors'], id: string): string | undefined {
  const sent = typed[shownAs(id)]
  return errors[id] === undefined && typeof sent === 'string' ? sent : undefined
}
