import { sayFullDate } from '#core/calendar/say-date.ts'
import { BarChart } from '#ui/bar-chart/bar-chart.tsx'
import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { queryText } from '#ui/list-page/address.ts'
import { Page } from '#ui/page/page.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { Table } from '#ui/table/table.tsx'
import { paths } from '../paths.ts'
import type { Trends } from './read-trends.ts'
import type { TrendTable } from './trend-table.ts'
import type { TrendsQuery } from './trends-query.ts'

export interface TrendsViewProps {
  readonly trends: Trends
  readonly query: TrendsQuery
}

/** A number as it may be shown. */
export const sayShown = (count: number | null): string => (count === null ? 'not shown' : String(count))

/** What cases have in common: by kind, time, year group, and the policy's own questions. */
export function TrendsView({ trends, query }: TrendsViewProps) {
  const text = queryText(query, {})
  return (
    <Page
      title="Trends of incidents"
      back={{ href: paths.list.to(), text: 'Incidents' }}
      lede={lede(trends)}
      wide
      actions={
        <>
          <Button href={paths.trendsCsv.to(text)} variant="secondary" small>
            Get as CSV
          </Button>
          <PrintButton>Print</PrintButton>
        </>
      }
    >
      <FilterBar label="Trends" action={paths.trends.to()} fields={fields(trends, query)} button="Count" />
      {trends.small && (
        <InsetText>
          So that nobody can be recognised, numbers from 1 to 4 are not shown, nor a total that would tell them. Only
          thirds of a school year that are over are counted.
        </InsetText>
      )}
      {trends.tables.map((table) => (
        <Counted trends={trends} table={table} />
      ))}
    </Page>
  )
}

const lede = ({ small, from, to }: Trends): string => {
  const span = `${sayFullDate(from)} to ${sayFullDate(to)}`
  return small
    ? `How many cases there were at your school, without names, ${span}.`
    : `Open and closed cases that you may read, opened from ${span}. A case with two answers counts in both.`
}

function fields({ dimensions, dimension, kinds, schools, small, from, to }: Trends, query: TrendsQuery) {
  return [
    {
      name: 'by',
      label: 'Count by',
      value: dimension.id,
      options: dimensions.map((one) => ({ value: one.id, text: one.says })),
    },
    ...(small
      ? []
      : [{ name: 'kind', label: 'Kind', value: query.kind, options: [{ value: '', text: 'Any' }, ...kinds] }]),
    ...(schools.length < 2
      ? []
      : [
          {
            name: 'school',
            label: 'School',
            value: query.school,
            options: [{ value: '', text: 'All' }, ...schools.map(({ id, name }) => ({ value: id, text: name }))],
          },
        ]),
    { name: 'from', label: 'From', value: from.toString(), type: 'date' as const },
    { name: 'to', label: 'Until', value: to.toString(), type: 'date' as const },
  ]
}

function Counted({ trends, table }: { readonly trends: Trends; readonly table: TrendTable }) {
  const { dimension } = trends
  const { withheld } = table
  const title = `${dimension.says}${table.school === null ? '' : ` at ${table.school}`}`
  if (table.names.length === 0)
    return (
      <EmptyState title={`${title}: ${withheld.length === 0 ? 'nothing to count' : 'too few to show'}`}>
        {withheld.length === 0 ? 'No case was opened in this time that is counted.' : tooFew(withheld)}
      </EmptyState>
    )
  const says = `${title}, over the whole time`
  return (
    <section class="kept-trend" aria-label={title}>
      <h2 class="govuk-heading-m">{title}</h2>
      {isOneEach(dimension) && <Totals table={table} />}
      <div class="kept-trend__pair">
        <BarChart
          title={says}
          bars={table.names.map((name, at) => ({ name, count: table.shown.rows[at]?.total ?? null }))}
          says="The numbers are in the table beside."
        />
        <CountTable dimension={dimension} table={table} title={title} />
      </div>
      {withheld.length > 0 && <p class="kept-meta">{tooFew(withheld)}</p>}
      {table.others > 0 && (
        <p class="kept-meta">
          {table.others === 1
            ? 'One more answer was typed, in fewer cases.'
            : `${table.others} more answers were typed, each in fewer cases.`}
        </p>
      )}
    </section>
  )
}

// Of the others a case can have several, or none.
const isOneEach = ({ of }: Trends['dimension']): boolean => of !== 'field' && of !== 'year_group'

/** How many cases each third had: the trend itself, at a glance. */
function Totals({ table }: { readonly table: TrendTable }) {
  return (
    <Figures
      items={table.thirds.map((third, at) => {
        const total = table.shown.totals[at] ?? null
        return {
          value: total ?? 'not shown',
          unit: total === null ? '' : total === 1 ? 'case' : 'cases',
          label: third.says,
        }
      })}
    />
  )
}

function CountTable({
  dimension,
  table,
  title,
}: Pick<Trends, 'dimension'> & { readonly table: TrendTable; readonly title: string }) {
  const { thirds, shown } = table
  const cell = (count: number | null) => ({
    says: count === null ? <i class="kept-trend__hidden">not shown</i> : String(count),
    numeric: true,
  })
  const rows = table.names.map((name, at) => [
    { says: name },
    ...[...(shown.rows[at]?.cells ?? []), shown.rows[at]?.total ?? null].map(cell),
  ])
  return (
    <ScrollFrame label={`${title}, as a table, scrolls sideways on a small screen`}>
      <Table
        caption={`${title}, by third of a school year`}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { says: dimension.says },
          ...[...thirds.map((third) => third.says), 'All'].map((says) => ({ says, numeric: true })),
        ]}
        rows={isOneEach(dimension) ? [...rows, [{ says: 'All' }, ...[...shown.totals, shown.total].map(cell)]] : rows}
      />
    </ScrollFrame>
  )
}

const tooFew = (withheld: TrendTable['withheld']): string =>
  `Not shown because the numbers are small: ${withheld.map((third) => third.says).join(', ')}. Where all kinds are rare, their number alone would tell of somebody.`
