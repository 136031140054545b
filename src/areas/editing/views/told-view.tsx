import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import type { Option } from '../forms/control.ts'
import { LastChange, type LastChangeProps } from './last-change.tsx'

export interface ToldViewProps {
  readonly draft: { readonly title: string; readonly href: string; readonly edit: string }
  readonly action: string
  readonly add: string
  readonly basedOn: number
  readonly columns: readonly Option[]
  readonly rows: readonly {
    readonly id: string
    readonly says: string
    readonly when: string
    readonly how: string
    readonly href: string
    readonly ticked: readonly string[]
  }[]
  readonly last: LastChangeProps | null
  readonly errors?: Readonly<Record<string, string>>
}

/** Who is told of what: tick boxes, all rules in one form. */
export function ToldView(props: ToldViewProps) {
  return (
    <Page
      title="Who is told of what"
      wide
      breadcrumbs={[
        { text: props.draft.title, href: props.draft.href },
        { text: 'Edit', href: props.draft.edit },
        { text: 'Who is told of what' },
      ]}
      errors={props.errors}
      lede="Tick who is told. Open a rule to change when, how soon, and whether each must confirm."
      actions={
        <Button href={props.add} variant="secondary">
          Add a rule
        </Button>
      }
    >
      {props.last && <LastChange {...props.last} />}
      <Form action={props.action}>
        <input type="hidden" name="based" value={String(props.basedOn)} />
        <ScrollFrame label="Who is told of what, scrolls sideways on a small screen">
          <table class="kept-matrix kept-grid">
            <caption class="govuk-visually-hidden">Who is told of what</caption>
            <thead>
              <tr>
                <th scope="col">What happens</th>
                {props.columns.map((column) => (
                  <th scope="col">{column.text}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.rows.map((row) => (
                <Row row={row} columns={props.columns} error={props.errors?.[row.id]} />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
        <Button preventDoubleClick>Save the grid</Button>
      </Form>
    </Page>
  )
}

function Row({
  row,
  columns,
  error,
}: {
  row: ToldViewProps['rows'][number]
  columns: readonly Option[]
  error: string | undefined
}) {
  return (
    <tr id={row.id}>
      <th scope="row">
        <input type="hidden" name="shown" value={row.id} />
        <a class="govuk-link" href={row.href}>
          {row.says}
        </a>
        <span class="kept-meta">
          {' '}
          {row.when}
          {row.how === '' ? '' : `; ${row.how}`}
        </span>
        {error && <p class="govuk-error-message">{error}</p>}
      </th>
      {columns.map((column) => (
        <td>
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                name={row.id}
                id={`${row.id}-${column.value}`}
                value={column.value}
                checked={row.ticked.includes(column.value)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`${row.id}-${column.value}`}>
                <span class="govuk-visually-hidden">
                  {row.says}: {column.text}
                </span>
              </label>
            </div>
          </div>
        </td>
      ))}
    </tr>
  )
}
