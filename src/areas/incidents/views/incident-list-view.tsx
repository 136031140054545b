import { sayDay, sayDue, sayLate, sayLength } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Page } from '#ui/page/page.tsx'
import type { State } from '#ui/square/square.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'

/** One line as the list draws it. */
export interface IncidentLine {
  readonly id: string
  readonly reference: string
  readonly title: string | null
  readonly category: string
  readonly state: string
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly step: string | null
  readonly stepDue: Temporal.Instant | null
  readonly people: string | null
}

export interface IncidentListProps {
  readonly rows: readonly IncidentLine[]
  readonly counts: Readonly<Record<'all' | 'open' | 'late' | 'closed', number>>
  readonly filter: {
    readonly view: 'all' | 'open' | 'late' | 'closed'
    readonly category: string
    readonly words: string
    readonly from: string
  }
  readonly categories: readonly { readonly value: string; readonly text: string }[]
  readonly page: number
  readonly size: number
  readonly total: number
  readonly now: Temporal.Instant
  readonly zone: string
  readonly mayOpen: boolean
}

const VIEWS = [
  { view: 'all', text: 'All I may see' },
  { view: 'open', text: 'Open' },
  { view: 'late', text: 'A step is late' },
  { view: 'closed', text: 'Closed' },
] as const

/** The incident log: dense, filtered, searched, exported, printed. */
export function IncidentListView(props: IncidentListProps) {
  const { counts, filter } = props
  const query = (changes: Readonly<Record<string, string>>) => queryOf({ ...filter, ...changes })
  return (
    <Page
      title="Incidents"
      lede={`${counts.open} open${counts.late === 0 ? '' : `, ${counts.late} with a step that is late`}.`}
      wide
      actions={
        <>
          {props.mayOpen && (
            <Button href={paths.open.to()} small>
              Open a case
            </Button>
          )}{' '}
          <Button href={paths.csv.to(query({}))} variant="secondary" small>
            Get as CSV
          </Button>
        </>
      }
    >
      <ViewLinks
        label="Saved views"
        items={VIEWS.map(({ view, text }) => ({
          href: paths.list.to(query({ view })),
          text,
          count: counts[view],
          active: filter.view === view,
        }))}
      />
      <FilterBar
        label="Incidents"
        fields={[
          { name: 'words', label: 'Words or a name', value: filter.words, grow: true, type: 'search' },
          {
            name: 'category',
            label: 'Kind',
            value: filter.category,
            options: [{ value: '', text: 'Any' }, ...props.categories],
          },
          { name: 'from', label: 'Since', value: filter.from, type: 'date' },
        ]}
        keep={{ view: filter.view }}
        clearHref={paths.list.to()}
      />
      <DataTable
        caption="Incidents, newest first"
        dense
        columns={[
          { says: 'Case', nowrap: true },
          { says: 'What' },
          { says: 'Standing', nowrap: true },
          { says: 'Opened', nowrap: true, sorted: 'descending' },
          { says: 'Open for', nowrap: true, numeric: true },
          { says: 'Kind' },
          { says: 'Who' },
          { says: 'Next step' },
        ]}
        rows={props.rows.map((row) => ({ cells: cellsOf(row, props) }))}
        empty={
          <EmptyState title="No incidents here">
            {filter.words === ''
              ? 'Cases appear here when somebody opens one.'
              : 'None has these words, or none that you may see.'}
          </EmptyState>
        }
        pages={
          props.total <= props.size
            ? undefined
            : pagesOf({
                page: props.page,
                size: props.size,
                total: props.total,
                hrefFor: (page) => paths.list.to(query({ page: String(page) })),
              })
        }
      />
    </Page>
  )
}

function cellsOf(row: IncidentLine, { now, zone }: IncidentListProps) {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const link = (
    <a class="kept-ref" href={paths.show.to(row.id)}>
      {row.reference}
    </a>
  )
  return [
    row.title === null ? <span class="kept-ref">{row.reference}</span> : link,
    row.title ?? <span class="kept-meta">Not shown to you</span>,
    <Standing row={row} now={now} zone={zone} />,
    sayDay(day(row.openedAt), day(now)),
    sayLength(row.openedAt, row.closedAt ?? now, zone),
    row.category,
    row.people ?? '',
    row.step ?? '',
  ]
}

function Standing({
  row,
  now,
  zone,
}: {
  readonly row: IncidentLine
  readonly now: Temporal.Instant
  readonly zone: string
}) {
  const late = row.stepDue !== null && Temporal.Instant.compare(row.stepDue, now) < 0
  const state: State = row.state === 'open' ? (late ? 'late' : 'due') : row.state === 'closed' ? 'kept' : 'none'
  const words =
    row.state === 'closed'
      ? 'Closed'
      : row.state === 'voided'
        ? 'Voided'
        : late && row.stepDue !== null
          ? sayLate(row.stepDue, now, zone)
          : row.stepDue === null
            ? 'Open'
            : sayDue(row.stepDue, now, zone)
  return <StatePill state={state}>{words}</StatePill>
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(values).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[1] !== '' && !(entry[0] === 'view' && entry[1] === 'all'),
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
