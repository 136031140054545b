import { sayDay, sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import { elsewhere, paths } from '../paths.ts'
import { sayWhen } from '../say.ts'

type View = 'open' | 'late' | 'done' | 'ahead'

/** One line of the list. */
export interface AllLine {
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly clauses: readonly string[]
  readonly startsAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly state: 'open' | 'done' | 'not_needed'
  readonly doneAt: Temporal.Instant | null
  readonly doneByName: string | null
}

export interface AllViewProps {
  readonly rows: readonly AllLine[]
  readonly counts: Readonly<Record<View, number>>
  readonly total: number
  readonly size: number
  readonly filter: { readonly view: View; readonly party: string; readonly duty: string; readonly page: number }
  readonly owners: readonly { readonly value: string; readonly text: string }[]
  readonly duties: readonly { readonly value: string; readonly text: string }[]
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS: readonly { view: View; text: string }[] = [
  { view: 'open', text: 'Open now' },
  { view: 'late', text: 'Late' },
  { view: 'done', text: 'Settled' },
  { view: 'ahead', text: 'Still to come' },
]

/** Everybody's duties: dense, filtered, exported. */
export function AllView(props: AllViewProps) {
  const { counts, filter } = props
  const query = (changes: Readonly<Record<string, string>>) =>
    queryOf({ view: filter.view, party: filter.party, duty: filter.duty, ...changes })
  return (
    <Page
      title="All duties"
      lede={`${counts.open} open, ${counts.late === 0 ? 'none late' : `${counts.late} late`}.`}
      back={{ href: paths.mine.to(), text: 'My duties' }}
      wide
      actions={
        <Button href={paths.csv.to(query({}))} variant="secondary" small>
          Get as CSV
        </Button>
      }
    >
      <ViewLinks
        label="Saved views"
        items={VIEWS.map(({ view, text }) => ({
          href: paths.all.to(query({ view })),
          text,
          count: counts[view],
          active: filter.view === view,
        }))}
      />
      <FilterBar
        label="Duties"
        fields={[
          {
            name: 'party',
            label: 'Owner',
            value: filter.party,
            options: [{ value: '', text: 'Anybody' }, ...props.owners],
          },
          { name: 'duty', label: 'Duty', value: filter.duty, options: [{ value: '', text: 'Any' }, ...props.duties] },
        ]}
        keep={{ view: filter.view }}
        clearHref={paths.all.to()}
      />
      <DataTable
        caption="Duties by date"
        dense
        columns={[
          { says: 'Duty' },
          { says: 'Owner' },
          { says: 'Standing', nowrap: true },
          { says: filter.view === 'done' ? 'Settled' : 'Since', nowrap: true },
          { says: 'Due', nowrap: true },
          { says: 'Clauses' },
        ]}
        rows={props.rows.map((row) => ({ cells: cellsOf(row, props) }))}
        empty={<EmptyState title="No duties here">Choose another view, owner or duty.</EmptyState>}
        pages={
          props.total <= props.size
            ? undefined
            : pagesOf({
                page: filter.page,
                size: props.size,
                total: props.total,
                hrefFor: (page) => paths.all.to(query({ page: String(page) })),
              })
        }
      />
    </Page>
  )
}

const MOST_CHIPS = 3

function cellsOf(row: AllLine, { now, zone, filter }: AllViewProps) {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const settled = row.doneAt === null ? '' : sayInstant(row.doneAt, now, zone)
  return [
    <a class="govuk-link" href={paths.show.to(row.id)}>
      {row.title}
    </a>,
    row.owner,
    <Standing row={row} now={now} zone={zone} />,
    filter.view === 'done'
      ? `${settled}${row.doneByName === null ? '' : `, ${row.doneByName}`}`
      : sayDay(day(row.startsAt), day(now)),
    sayDay(day(row.dueAt), day(now)),
    <>
      {row.clauses.slice(0, MOST_CHIPS).map((clause) => (
        <>
          <ClauseChip clause={clause} href={elsewhere.clause(clause)} />{' '}
        </>
      ))}
      {row.clauses.length > MOST_CHIPS && `and ${row.clauses.length - MOST_CHIPS} more`}
    </>,
  ]
}

function Standing({
  row,
  now,
  zone,
}: {
  readonly row: AllLine
  readonly now: Temporal.Instant
  readonly zone: string
}) {
  if (row.state === 'not_needed') return <StatePill state="none">Not needed</StatePill>
  if (row.state === 'done') {
    const isLate = row.doneAt !== null && Temporal.Instant.compare(row.doneAt, row.dueAt) > 0
    return <StatePill state={isLate ? 'late' : 'kept'}>{isLate ? 'Done late' : 'Done in time'}</StatePill>
  }
  if (Temporal.Instant.compare(row.startsAt, now) > 0) return <StatePill state="none">Not begun</StatePill>
  const isLate = Temporal.Instant.compare(row.dueAt, now) < 0
  return <StatePill state={isLate ? 'late' : 'due'}>{sayWhen(row.dueAt, now, zone)}</StatePill>
}

function queryOf(values: Readonly<Record<string, string>>): string {
  const set = Object.entries(values).filter(([name, value]) => value !== '' && !(name === 'view' && value === 'open'))
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
