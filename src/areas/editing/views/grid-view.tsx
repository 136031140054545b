import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { allIn, lineIn, type Option, type Sent } from '../forms/control.ts'
import { cellName, type Grid } from '../forms/grid.ts'
import { LastChange, type LastChangeProps } from './last-change.tsx'

export interface GridViewProps {
  readonly title: string
  readonly crumbs: readonly { readonly href?: string; readonly text: string }[]
  readonly action: string
  /** The page of each row. */
  readonly rowHref: Readonly<Record<string, string>>
  readonly part: string
  readonly basedOn: number
  readonly grid: Grid
  readonly sent: Sent
  readonly last: LastChangeProps | null
  readonly errors?: Readonly<Record<string, string>>
  readonly mayKeep?: boolean
}

/** A decision table filled in at once: a mark in every cell, or a tick for every outcome. */
export function GridView(props: GridViewProps) {
  return (
    <Page title={props.title} wide breadcrumbs={props.crumbs} errors={props.errors}>
      {props.last && <LastChange {...props.last} />}
      <Form action={props.action}>
        <input type="hidden" name="based" value={String(props.basedOn)} />
        <div id="grid">
          <ScrollFrame label={`${props.title}, scrolls sideways on a small screen`}>
            <GridTable {...props} />
          </ScrollFrame>
        </div>
        <ButtonGroup>
          <Button name="do" value="save" preventDoubleClick>
            Save the grid
          </Button>
          {props.mayKeep === true && (
            <Button name="do" value="anyway" variant="secondary">
              Save it as it is, to be put right later
            </Button>
          )}
          <a class="govuk-link" href={props.part}>
            Rows, columns and answers of this table
          </a>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function GridTable({ grid, sent, title, rowHref }: GridViewProps) {
  const heads =
    grid.is === 'marks' ? grid.across : grid.is === 'outcomes' ? grid.outcomes : [{ value: 'mark', text: 'Answer' }]
  const rows = grid.is === 'marks' ? grid.down : grid.rows
  return (
    <table class="kept-matrix kept-grid">
      <caption class="govuk-visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{grid.is === 'marks' ? grid.corner : 'When'}</th>
          {heads.map((head) => (
            <th scope="col">{head.text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <RowName says={row.text} href={rowHref[row.value]} />
            </th>
            {heads.map((head) => (
              <td>
                <Cell grid={grid} row={row} head={head} sent={sent} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const RowName = ({ says, href }: { says: string; href: string | undefined }) =>
  href === undefined ? says : <a href={href}>{says}</a>

function Cell({ grid, row, head, sent }: { grid: Grid; row: Option; head: Option; sent: Sent }) {
  const says = `${row.text}: ${head.text}`
  if (grid.is === 'outcomes')
    return (
      <TickCell name={row.value} value={head.value} says={says} ticked={allIn(sent, row.value).includes(head.value)} />
    )
  const name = grid.is === 'marks' ? cellName(row.value, head.value) : row.value
  return <MarkCell name={name} says={says} marks={grid.marks} chosen={lineIn(sent, name)} />
}

function TickCell({ name, value, says, ticked }: { name: string; value: string; says: string; ticked: boolean }) {
  const id = `${name}-${value}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" name={name} id={id} value={value} checked={ticked} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{says}</span>
        </label>
      </div>
    </div>
  )
}

function MarkCell({
  name,
  says,
  marks,
  chosen,
}: {
  name: string
  says: string
  marks: readonly Option[]
  chosen: string
}) {
  // Several answers at once stay among the choices, so that saving the grid changes nothing else.
  const several =
    marks.some((mark) => mark.value === chosen) || chosen === ''
      ? []
      : [
          {
            value: chosen,
            text: chosen
              .split('+')
              .map((id) => marks.find((mark) => mark.value === id)?.text ?? id)
              .join('; '),
          },
        ]
  return (
    <>
      <label class="govuk-visually-hidden" for={name}>
        {says}
      </label>
      <select class="govuk-select" name={name} id={name}>
        {[{ value: '', text: 'No rule of its own' }, ...several, ...marks].map((mark) => (
          <option value={mark.value} selected={mark.value === chosen}>
            {mark.text}
          </option>
        ))}
      </select>
    </>
  )
}
