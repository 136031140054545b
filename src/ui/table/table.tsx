import { type Attributes, cx, type Words } from '../words.ts'

export interface Cell {
  readonly says?: Words
  readonly numeric?: boolean | undefined
  readonly class?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly attributes?: Attributes | undefined
}

export interface TableProps {
  readonly caption?: string | undefined
  readonly captionClass?: string | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly (readonly Cell[] | false | null | undefined)[]
  readonly firstCellIsHeader?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A short table to read. For long lists to work in use `DataTable`. */
export function Table(props: TableProps) {
  return (
    <table class={cx('govuk-table', props.class)} {...props.attributes}>
      {props.caption && <caption class={cx('govuk-table__caption', props.captionClass)}>{props.caption}</caption>}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <th
                scope="col"
                class={cx('govuk-table__header', cell.numeric && 'govuk-table__header--numeric', cell.class)}
                {...spans(cell)}
              >
                {cell.says}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map((row) =>
          row ? (
            <tr class="govuk-table__row">
              {row.map((cell, at) =>
                at === 0 && props.firstCellIsHeader ? <RowHeader {...cell} /> : <DataCell {...cell} />,
              )}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  )
}

const spans = ({ colspan, rowspan, attributes }: Cell) => ({
  colspan: colspan || undefined,
  rowspan: rowspan || undefined,
  ...attributes,
})

function RowHeader(cell: Cell) {
  return (
    <th scope="row" class={cx('govuk-table__header', cell.class)} {...spans(cell)}>
      {cell.says}
    </th>
  )
}

function DataCell(cell: Cell) {
  return (
    <td class={cx('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)} {...spans(cell)}>
      {cell.says}
    </td>
  )
}
