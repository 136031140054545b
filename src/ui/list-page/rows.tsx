import { DataTable } from '../data-table/data-table.tsx'
import { pagesOf } from '../data-table/pages.tsx'
import type { ListQuery } from './address.ts'
import { isNarrowed, nextSort, queryText } from './address.ts'
import { sayCount } from './count-words.ts'
import type { ListPageProps } from './list-props.ts'

/** The count, the table and its pages. */
export function Rows(props: ListPageProps) {
  const { query, usual, page, size, total } = props
  const to = (changes: ListQuery) => props.href(queryText({ ...query, ...changes }, usual))
  const counted = sayCount({ ...props, found: isNarrowed(query, usual), order: orderOf(props) })
  return (
    <>
      <p class="kept-count" role="status">
        {`${counted}.`}
      </p>
      <DataTable
        caption={`${props.title}: ${counted}`}
        dense
        cards
        columns={props.columns.map(({ sort, ...column }) => ({
          ...column,
          ...(sort === undefined
            ? {}
            : {
                sortHref: to({ sort: nextSort(query.sort, sort.id, sort.first ?? 'up'), page: '' }),
                sorted:
                  query.sort === sort.id
                    ? 'ascending'
                    : query.sort === `-${sort.id}`
                      ? 'descending'
                      : ('none' as const),
              }),
        }))}
        rows={props.rows}
        headerColumn={props.headerColumn}
        choose={props.bulk === undefined ? undefined : 'ids'}
        pages={
          total <= size && page === 1
            ? undefined
            : pagesOf({
                page,
                size,
                total,
                says: `${counted}.`,
                more: props.most !== undefined && total >= props.most && props.rows.length === size,
                hrefFor: (number) => to({ page: number === 1 ? '' : String(number) }),
              })
        }
      />
    </>
  )
}

function orderOf({ columns, query }: ListPageProps): string | undefined {
  for (const { sort } of columns) {
    if (sort !== undefined && query.sort === sort.id) return sort.up
    if (sort !== undefined && query.sort === `-${sort.id}`) return sort.down
  }
  return undefined
}
