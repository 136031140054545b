import { sayShortDay } from '#core/calendar/say-date.ts'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { MeasureLine } from '../lines.ts'
import type { ListQuery } from '../list-query.ts'
import { usualList } from '../list-query.ts'
import { paths } from '../paths.ts'

export interface ListViewProps {
  readonly rows: readonly MeasureLine[]
  readonly counts: Readonly<Record<ListQuery['view'], number>>
  readonly query: ListQuery
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS = [
  { value: 'all', text: 'All' },
  { value: 'waiting', text: 'Wait for a check' },
  { value: 'broken', text: 'Do not hold' },
  { value: 'kept', text: 'Hold' },
] as const

const COLUMNS: readonly ListColumn[] = [
  { says: 'Measure', card: 'head', sort: { id: 'title', up: 'by name', down: 'by name, the last first' } },
  {
    says: 'Standing',
    nowrap: true,
    card: 'state',
    sort: { id: 'standing', up: 'what needs somebody first', down: 'what holds first' },
  },
  { says: 'Held by' },
  { says: 'The policy sets' },
  {
    says: 'Last checked',
    nowrap: true,
    sort: { id: 'checked', up: 'checked longest ago first', down: 'last checked first' },
  },
  { says: 'Next check', nowrap: true, sort: { id: 'next', up: 'next check first', down: 'next check last' } },
]

/** The measures of the policy: what protects the school, who holds it and when somebody last looked. */
export function ListView({ rows, counts, query, now, zone }: ListViewProps) {
  return (
    <ListPage
      title="Measures"
      lede="What protects systems and information. Other systems hold most of it, so somebody looks and says what they saw."
      things={{ one: 'measure', many: 'measures' }}
      href={paths.list.to}
      csvHref={paths.csv.to}
      printHref={paths.print.to}
      query={query}
      usual={usualList}
      views={VIEWS.map((view) => ({ ...view, count: counts[view.value] }))}
      filters={[{ name: 'words', label: 'Words', value: query.words, grow: true, type: 'search' }]}
      columns={COLUMNS}
      rows={rows.map((row) => rowOf(row, now, zone))}
      page={1}
      size={Math.max(rows.length, 1)}
      total={rows.length}
      nothingYet={{ title: 'There is nothing here', says: 'No measure of the policy stands like this now.' }}
    />
  )
}

function rowOf(row: MeasureLine, now: Temporal.Instant, zone: string): DataRow {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const day = (at: Temporal.Instant) => sayShortDay(at.toZonedDateTimeISO(zone).toPlainDate(), today)
  return {
    cells: [
      <a class="kept-link" href={paths.show.to(row.id)}>
        {row.title}
      </a>,
      <StatePill state={row.state} proof={row.state === 'kept' ? 'attested' : undefined} />,
      row.holder,
      row.values,
      row.checked === null ? 'Never' : day(row.checked),
      row.next === null ? '' : day(row.next),
    ],
  }
}
