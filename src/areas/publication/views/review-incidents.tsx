import { BarChart } from '#ui/bar-chart/bar-chart.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Review, ReviewTable } from '../review/types.ts'
import { Count } from './review-changes.tsx'

interface Props {
  readonly review: Review
}

/** What incidents were about, and who told us. */
export function ReviewIncidents({ review }: Props) {
  return (
    <>
      <h2 class="govuk-heading-l">What incidents were about</h2>
      {review.incidents.map((table) => (
        <ChartAndTable table={table} review={review} title="Incidents" head="Kind" />
      ))}
      <h2 class="govuk-heading-l">Who told us</h2>
      {review.concerns.map((table) => (
        <ChartAndTable table={table} review={review} title="Concerns" head="From" />
      ))}
      <Waits review={review} />
    </>
  )
}

function Waits({ review: { waits, thirds } }: Props) {
  if (thirds.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-l">How long it took</h2>
      {waits.map(({ school, rows }) => (
        <ScrollFrame label={`How long it took at ${school}, scrolls sideways on a small screen`}>
          <Table
            caption={`From telling us, at ${school}`}
            captionClass="govuk-table__caption--s"
            firstCellIsHeader
            head={[{ says: 'Until' }, ...thirds.map((third) => ({ says: third.says }))]}
            rows={rows.map(({ what, cells }) => [{ says: what }, ...cells.map((says) => ({ says }))])}
          />
        </ScrollFrame>
      ))}
    </>
  )
}

function ChartAndTable({
  table,
  review,
  title,
  head,
}: Props & { readonly table: ReviewTable; readonly title: string; readonly head: string }) {
  if (review.thirds.length === 0)
    return <p class="govuk-body">Not counted for this period: see what is not recorded.</p>
  if (table.names.length === 0)
    return (
      <p class="govuk-body">
        {table.school}: no {title.toLowerCase()} in the thirds of a school year that are counted.
      </p>
    )
  return (
    <div class={review.thirds.length === 1 ? 'kept-pair' : 'kept-chart-over'}>
      <BarChart
        title={`${title} at ${table.school}${review.thirds.length === 1 ? '' : ', all thirds that are counted'}`}
        says="The numbers are in the table that follows."
        bars={table.names.map((name, at) => ({ name, count: table.shown.rows[at]?.total ?? null }))}
      />
      <CountTable table={table} thirds={review.thirds} title={title} head={head} />
    </div>
  )
}

/** Counts by third of a school year. */
export function CountTable({
  table,
  thirds,
  title,
  head,
}: {
  readonly table: ReviewTable
  readonly thirds: Review['thirds']
  readonly title: string
  readonly head: string
}) {
  if (thirds.length === 0 || table.names.length === 0) return null
  const whole = thirds.length > 1
  const line = (cells: readonly (number | null)[], total: number | null) =>
    [...cells, ...(whole ? [total] : [])].map((count) => ({ says: <Count of={count} />, numeric: true }))
  return (
    <ScrollFrame label={`${title} at ${table.school}, scrolls sideways on a small screen`}>
      <Table
        caption={`${title} at ${table.school}`}
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { says: head },
          ...thirds.map((third) => ({ says: third.says, numeric: true })),
          ...(whole ? [{ says: 'All', numeric: true }] : []),
        ]}
        rows={[
          ...table.names.map((name, at) => [
            { says: name },
            ...line(table.shown.rows[at]?.cells ?? [], table.shown.rows[at]?.total ?? null),
          ]),
          [{ says: 'All' }, ...line(table.shown.totals, table.shown.total)],
        ]}
      />
    </ScrollFrame>
  )
}
