import { ScrollFrame } from '../scroll-frame/scroll-frame.tsx'
import { cx, type Words } from '../words.ts'
import { Pages, type PagesProps } from './pages.tsx'
import { tableRoles } from './table-roles.ts'

export interface DataColumn {
  readonly says: Words
  /** The address that sorts by this column. */
  readonly sortHref?: string | undefined
  readonly sorted?: 'ascending' | 'descending' | 'none' | undefined
  readonly numeric?: boolean | undefined
  readonly nowrap?: boolean | undefined
  /** Long names stand in it: it has room for two or three words beside each other. */
  readonly roomy?: boolean | undefined
  /** Shown to screen readers only. */
  readonly hidden?: boolean | undefined
  /** Where it stands in the card of a row on a phone: in its head, beside its state, or as a line with its name. */
  readonly card?: 'head' | 'state' | 'line' | undefined
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
  /** On a phone each row becomes a card, and nothing scrolls sideways. */
  readonly cards?: boolean | undefined
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
        <table
          {...tableRoles.table}
          class={cx(
            'kept-table',
            props.dense && 'kept-table--dense',
            props.whole && 'kept-table--whole',
            props.cards && 'kept-table--cards',
          )}
        >
          <caption class="govuk-visually-hidden">{props.caption}</caption>
          <Head {...props} />
          <tbody {...tableRoles.group}>
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
    <thead {...tableRoles.group}>
      <tr {...tableRoles.row}>
        {choose && (
          <th scope="col" {...tableRoles.columnHead} class="tick">
            <span class="govuk-visually-hidden">Choose</span>
          </th>
        )}
        {columns.map((column) => (
          <th scope="col" {...tableRoles.columnHead} class={cellClass(column, false)} aria-sort={column.sorted}>
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
    <tr {...tableRoles.row} class={cx(row.unread && 'kept-unread')}>
      {table.choose && (
        <td {...tableRoles.cell} class="tick">
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
          <th scope="row" {...tableRoles.rowHead} class={cellClass(table.columns[at])}>
            {row.unread && <span class="govuk-visually-hidden">Not read yet: </span>}
            {cell}
          </th>
        ) : (
          <td {...tableRoles.cell} class={cellClass(table.columns[at])} data-says={nameIn(table, at)}>
            {whole(cell, nameIn(table, at))}
          </td>
        ),
      )}
    </tr>
  )
}

const cellClass = (column: DataColumn | undefined, body = true) =>
  cx(
    column?.numeric && 'num',
    body && column?.nowrap && 'nowrap',
    body && column?.roomy && 'roomy',
    body && column?.card && `card-${column.card}`,
  )

// Beside its name in a card, what has several pieces stays one.
const whole = (cell: Words, name: string | undefined): Words =>
  name !== undefined && typeof cell === 'object' && cell !== null ? <div>{cell}</div> : cell

// The card names its lines; a head or a state speaks for itself.
function nameIn({ cards, columns }: DataTableProps, at: number): string | undefined {
  const column = columns[at]
  const isLine = column?.card === undefined || column.card === 'line'
  return cards && isLine && column?.hidden !== true && typeof column?.says === 'string' ? column.says : undefined
}

/** What one can do with the rows that are ticked. It stands in the same form, before the table. */
export function BulkBar({ count, children }: { readonly count?: Words; readonly children: Words }) {
  return (
    <div class="kept-bulk kept-noprint">
      {count && <b>{count}</b>}
      {children}
    </div>
  )
}
