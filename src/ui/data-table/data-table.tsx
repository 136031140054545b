import { ScrollFrame } from '../scroll-frame/scroll-frame.tsx'
import { cx, type Words } from '../words.ts'
import { Pages, type PagesProps } from './pages.tsx'

export interface DataColumn {
  readonly says: Words
  /** The address that sorts by this column. */
  readonly sortHref?: string | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
  readonly numeric?: boolean | undefined
  readonly nowrap?: boolean | undefined
  /** Shown to screen readers only. */
  readonly hidden?: boolean | undefined
}

export interface DataRow {
  /** One piece for each column; the one at `headerColumn` names the row. */
  readonly cells: readonly Words[]
  readonly unread?: boolean | undefined
  /** The value of its tick box, when the table has `choose`. */
  readonly choose?:
    | { readonly value: string; readonly label: string; readonly checked?: boolean | undefined }
    | undefined
}

export interface DataTableProps {
  readonly caption: string
  readonly columns: readonly DataColumn[]
  readonly rows: readonly DataRow[]
  readonly id?: string | undefined
  /** The column that names the row; the first unless told. */
  readonly headerColumn?: number | undefined
  /** The name of the tick boxes before each row. */
  readonly choose?: string | undefined
  /** Many columns: scrolls inside its frame on a narrow window. */
  readonly dense?: boolean | undefined
  /** Stands alone, without a filter bar over it. */
  readonly whole?: boolean | undefined
  /** Shown instead of the table when there are no rows. */
  readonly empty?: Words
  readonly pages?: PagesProps | undefined
}

/** A long list to work in: dense, sortable by links, with a frame of its own. */
export function DataTable(props: DataTableProps) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <>
      <ScrollFrame
        class={cx('kept-table-wrap', props.whole && 'kept-table-wrap--whole')}
        label={`${props.caption}, scrolls`}
        id={props.id}
      >
        <table class={cx('kept-table', props.dense && 'kept-table--dense', props.whole && 'kept-table--whole')}>
          <caption class="govuk-visually-hidden">{props.caption}</caption>
          <Head {...props} />
          <tbody>
            {props.rows.map((row) => (
              <Row row={row} table={props} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {props.pages && <Pages {...props.pages} />}
    </>
  )
}

function Head({ columns, choose }: DataTableProps) {
  return (
    <thead>
      <tr>
        {choose && (
          <th scope="col" class="tick">
            <span class="govuk-visually-hidden">Choose</span>
          </th>
        )}
        {columns.map((column) => (
          <th scope="col" class={cellClass(column, false)} aria-sort={column.sorted}>
            {column.sortHref ? (
              <a href={column.sortHref}>{column.says}</a>
            ) : column.hidden ? (
              <span class="govuk-visually-hidden">{column.says}</span>
            ) : (
              column.says
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({ row, table }: { row: DataRow; table: DataTableProps }) {
  const header = table.headerColumn ?? 0
  return (
    <tr class={cx(row.unread && 'kept-unread')}>
      {table.choose && (
        <td class="tick">
          {row.choose && (
            <input
              type="checkbox"
              name={table.choose}
              value={row.choose.value}
              aria-label={row.choose.label}
              checked={row.choose.checked}
            />
          )}
        </td>
      )}
      {row.cells.map((cell, at) =>
        at === header ? (
          <th scope="row" class={cellClass(table.columns[at])}>
            {cell}
          </th>
        ) : (
          <td class={cellClass(table.columns[at])}>{cell}</td>
        ),
      )}
    </tr>
  )
}

const cellClass = (column: DataColumn | undefined, body = true) =>
  cx(column?.numeric && 'num', body && column?.nowrap && 'nowrap')

/** What one can do with the rows that are ticked. It stands in the same form, before the table. */
export function BulkBar({ count, children }: { readonly count?: Words; readonly children: Words }) {
  return (
    <div class="kept-bulk kept-noprint">
      {count && <b>{count}</b>}
      {children}
    </div>
  )
}
