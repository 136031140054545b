import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { type EntryForm, FIRST_ROWS, PEOPLE_ROWS } from '../forms/read-entry.ts'
import { MOST_ROWS, type RowsView, rowFields } from '../forms/read-rows.ts'
import { paths } from '../register-paths.ts'
import { PackFields } from './pack-fields.tsx'
import { PersonFields } from './person-fields.tsx'

export interface OpenEntryProps {
  readonly kind: string
  readonly says: string
  readonly plural: string
  readonly clauses: readonly string[]
  readonly form: EntryForm
  /** How many rows of each list stand on the page. */
  readonly shown: Readonly<Record<string, number>>
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Adding an entry to a register. */
export function OpenEntryView(props: OpenEntryProps) {
  const { form, typed, errors } = props
  return (
    <Page
      title={props.says}
      caption="A new entry"
      errors={errors}
      back={{ href: paths.list.to(props.kind), text: props.plural }}
    >
      <Form action={paths.open.to(props.kind)}>
        {form.schools.length > 1 && (
          <Radios
            name="school"
            legend="Which school?"
            legendSize="s"
            options={form.schools}
            value={typed.school}
            error={errors.school}
          />
        )}
        <PackFields fields={form.fields} typed={typed} errors={errors} />
        {form.rows.map((rows) => (
          <RowsFields key={rows.id} rows={rows} {...props} />
        ))}
        {form.parts.length > 0 && (
          <Fieldset legend="Who is it about?" legendSize="m">
            <p class="govuk-hint">Choose from the names that appear as you type. You can add more people later.</p>
            {PEOPLE_ROWS.map((row) => (
              <PersonFields key={row} row={row} parts={form.parts} typed={typed} errors={errors} />
            ))}
          </Fieldset>
        )}
        <KnownNames names={form.known.map((one) => one.words)} />
        <Button preventDoubleClick>Add to the register</Button>
        {props.clauses.length > 0 && (
          <p class="kept-meta">
            The policy asks for it:{' '}
            {props.clauses.slice(0, 8).map((clause) => (
              <>
                <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
              </>
            ))}
          </p>
        )}
      </Form>
    </Page>
  )
}

/** A list inside the form: so many groups of the same fields, and a way to more. */
function RowsFields({ rows, shown, typed, errors }: OpenEntryProps & { readonly rows: RowsView }) {
  const count = shown[rows.id] ?? FIRST_ROWS
  return (
    <Fieldset legend={rows.says} legendSize="m">
      <input type="hidden" name={`${rows.id}-shown`} value={count} />
      <p class="govuk-hint">Leave empty what you do not need.</p>
      {Array.from({ length: count }, (_, row) => (
        <Fieldset legend={`${rows.says}, ${row + 1}`} legendSize="s" class="kept-rows__row">
          <PackFields fields={rowFields(rows, row)} typed={typed} errors={errors} />
        </Fieldset>
      ))}
      {count < MOST_ROWS && (
        <Button name="more" value={rows.id} variant="secondary" small>
          Add more rows
        </Button>
      )}
    </Fieldset>
  )
}
