import type { Form as FormValues } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'
import { queryOf } from './asking-words.ts'

export interface ClassSlipsViewProps {
  readonly class: { readonly id: string; readonly name: string }
  readonly assent: string
  readonly title: string
  readonly rows: readonly {
    readonly requestId: string
    readonly name: string
    readonly signers: readonly { readonly id: string; readonly name: string; readonly pupil: boolean }[]
  }[]
  readonly form: FormValues<unknown>
  readonly seenBy: string
  /** The slip asks yes or no for each use: then each is recorded by itself. */
  readonly each: boolean
}

/** The slips of a whole class, recorded at once: one date, and for each pupil who signed. */
export function ClassSlipsView(props: ClassSlipsViewProps) {
  const { form } = props
  return (
    <Page
      title={`Paper slips of ${props.class.name}`}
      caption={props.title}
      back={{ href: paths.class.to(props.class.id, queryOf({ assent: props.assent })), text: props.class.name }}
      errors={form.errors}
    >
      {props.rows.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.classSlipsPrint.to(props.class.id, queryOf({ assent: props.assent }))}>
            Print empty slips for these pupils
          </a>
        </p>
      )}
      {props.each && props.rows.length > 0 && <Each rows={props.rows} />}
      {props.each && props.rows.length > 0 ? null : props.rows.length === 0 ? (
        <EmptyState title="Everybody has signed">There is no slip left to record.</EmptyState>
      ) : (
        <Form action={paths.classSlips.to(props.class.id, queryOf({ assent: props.assent }))}>
          <DateInput
            name="signed"
            legend="Date on the slips"
            legendSize="m"
            hint="Slips of another date: record them one by one."
            value={{
              day: form.typed['signed-day'],
              month: form.typed['signed-month'],
              year: form.typed['signed-year'],
            }}
            error={form.errors.signed}
          />
          <DataTable
            caption="Pupils without a signature"
            whole
            id="slips"
            columns={[{ says: 'Pupil' }, { says: 'Who signed the slip' }]}
            rows={props.rows.map((row) => ({
              cells: [row.name, <Choice row={row} typed={form.typed[row.requestId]} />],
            }))}
          />
          <p class="govuk-body kept-gap-top">You state with this that you, {props.seenBy}, have seen these slips.</p>
          <Button preventDoubleClick>Record these slips</Button>
        </Form>
      )}
    </Page>
  )
}

// What somebody said to each use stands on their own slip: a whole class cannot be ticked at once.
function Each({ rows }: Pick<ClassSlipsViewProps, 'rows'>) {
  return (
    <>
      <p class="govuk-body">This slip has a yes or no for each use, so each is recorded by itself.</p>
      <ul class="govuk-list">
        {rows.map((row) => (
          <li>
            <a class="govuk-link" href={paths.slip.to(row.requestId)}>
              Record the slip of {row.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Choice({ row, typed }: { readonly row: ClassSlipsViewProps['rows'][number]; readonly typed: unknown }) {
  return (
    <select class="govuk-select" name={row.requestId} aria-label={`Who signed the slip for ${row.name}`}>
      <option value="">No slip</option>
      {row.signers.map((one) => (
        <option value={one.id} selected={typed === one.id}>
          {one.pupil ? `${one.name} (the pupil)` : one.name}
        </option>
      ))}
    </select>
  )
}
