import { PrintButton } from '../button/print-button.tsx'
import { tableRoles } from '../data-table/table-roles.ts'
import { Page } from '../page/page.tsx'
import type { Words } from '../words.ts'
import { cx } from '../words.ts'

/** One sheet: a table for paper. */
export interface PrintedSheet {
  readonly title?: string | undefined
  readonly note?: Words
  readonly columns: readonly { readonly says: string; readonly narrow?: boolean }[]
  /** One piece for each column; the first names the row. */
  readonly rows: readonly (readonly Words[])[]
}

export interface PrintedListProps {
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
  /** What is in it and when it was printed. */
  readonly lede: Words
  /** Who may hold it in their hands. */
  readonly keep?: Words
  readonly sheets: readonly PrintedSheet[]
  /** Many columns: the paper lies on its side. */
  readonly wide?: boolean | undefined
}

/** A list as a school prints it: whole, without the frame of the page; each sheet begins on a new one. */
export function PrintedList({ title, back, lede, keep, sheets, wide }: PrintedListProps) {
  return (
    <Page title={title} back={back} lede={lede} wide actions={<PrintButton primary>Print this page</PrintButton>}>
      {keep && <p class="kept-printed__keep">{keep}</p>}
      <div class={cx('kept-printed', wide && 'kept-printed--wide')}>
        {sheets.map((sheet) => (
          <Sheet {...sheet} name={sheet.title ?? title} />
        ))}
      </div>
    </Page>
  )
}

function Sheet({ name, title, note, columns, rows }: PrintedSheet & { readonly name: string }) {
  return (
    <section class="kept-printed__sheet">
      {title && <h2 class="govuk-heading-l">{title}</h2>}
      {note && <p class="govuk-body">{note}</p>}
      <table {...tableRoles.table} class="kept-table kept-table--cards kept-table--printed">
        <caption class="govuk-visually-hidden">{name}</caption>
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            {columns.map((column) => (
              <th scope="col" {...tableRoles.columnHead} class={column.narrow ? 'narrow' : undefined}>
                {column.says}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.group}>
          {rows.map(([first, ...rest]) => (
            <tr {...tableRoles.row}>
              <th scope="row" {...tableRoles.rowHead} class="card-head">
                {first}
              </th>
              {rest.map((cell, at) => (
                <td {...tableRoles.cell} data-says={columns[at + 1]?.says}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
