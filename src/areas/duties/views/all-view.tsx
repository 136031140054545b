import { sayShortDay } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import { usualList } from '../list-query.ts'
import { elsewhere, paths } from '../paths.ts'
import type { DutyStandingProps } from './duty-standing.tsx'
import { DutyStanding } from './duty-standing.tsx'

type View = 'open' | 'late' | 'done' | 'ahead'

/** One line of the list. */
export type AllLine = DutyStandingProps['row'] & {
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly clauses: readonly string[]
  readonly doneByName: string | null
}

export interface AllViewProps {
  readonly rows: readonly AllLine[]
  readonly counts: Readonly<Record<View, number>>
  readonly view: View
  readonly query: Readonly<Record<'view' | 'party' | 'duty' | 'sort', string>>
  readonly page: number
  readonly size: number
  readonly most: number
  readonly owners: readonly { readonly value: string; readonly text: string }[]
  readonly duties: readonly { readonly value: string; readonly text: string }[]
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS: readonly { readonly value: View; readonly text: string; readonly none: string }[] = [
  { value: 'open', text: 'Open now', none: 'No duty is open' },
  { value: 'late', text: 'Late', none: 'No duty is late' },
  { value: 'done', text: 'Settled', none: 'No duty has been settled yet' },
  { value: 'ahead', text: 'Still to come', none: 'No duty is to come' },
]

const columnsOf = (view: View): readonly ListColumn[] => [
  { says: 'Duty', card: 'head', sort: { id: 'title', up: 'by name', down: 'by name, turned round' } },
  { says: 'Owner', sort: { id: 'owner', up: 'by owner', down: 'by owner, turned round' } },
  { says: 'Standing', nowrap: true, card: 'state' },
  view === 'done'
    ? {
        says: 'Settled',
        sort: { id: 'settled', up: 'settled first, first', down: 'settled last, first', first: 'down' },
      }
    : { says: 'Since', nowrap: true },
  { says: 'Due', nowrap: true, sort: { id: 'due', up: 'longest due first', down: 'latest date first' } },
  { says: 'Clauses' },
]

/** Everybody's duties: ordered, filtered, ticked, exported, printed. */
export function AllView(props: AllViewProps) {
  const { counts, query, view } = props
  return (
    <ListPage
      title="All duties"
      lede={`${counts.open} open, ${counts.late === 0 ? 'none late' : `${counts.late} late`}.`}
      back={{ href: paths.mine.to(), text: 'My duties' }}
      things={{ one: 'duty', many: 'duties' }}
      href={paths.all.to}
      csvHref={paths.csv.to}
      printHref={paths.print.to}
      query={query}
      usual={usualList(view)}
      views={VIEWS.map(({ value, text }) => ({ value, text, count: counts[value] }))}
      filters={[
        {
          name: 'party',
          label: 'Owner',
          value: query.party,
          options: [{ value: '', text: 'Anybody' }, ...props.owners],
        },
        { name: 'duty', label: 'Duty', value: query.duty, options: [{ value: '', text: 'Any' }, ...props.duties] },
      ]}
      columns={columnsOf(view)}
      rows={props.rows.map((row) => rowOf(row, props))}
      bulk={{ action: paths.chosen.to(), buttons: <Bulk view={view} /> }}
      page={props.page}
      size={props.size}
      total={counts[view]}
      most={props.most}
      nothingYet={{
        title: VIEWS.find((one) => one.value === view)?.none ?? '',
        says: 'Duties appear here when the policy gives somebody one with a date.',
      }}
    />
  )
}

const Bulk = ({ view }: { readonly view: View }) => (
  <>
    {(view === 'open' || view === 'late') && (
      <Button name="do" value="settle" variant="secondary" small>
        Settle as missed
      </Button>
    )}
    <Button name="do" value="print" variant="secondary" small>
      Print these
    </Button>
    <Button name="do" value="csv" variant="secondary" small>
      CSV of these
    </Button>
  </>
)

const MOST_CHIPS = 3

function rowOf(row: AllLine, { now, zone, view }: AllViewProps): DataRow {
  const day = (at: Temporal.Instant) =>
    sayShortDay(at.toZonedDateTimeISO(zone).toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate())
  const settled = row.doneAt === null ? '' : day(row.doneAt)
  return {
    choose: { value: row.id, label: `Choose “${row.title}”, due ${day(row.dueAt)}` },
    cells: [
      <a class="kept-link" href={paths.show.to(row.id)}>
        {row.title}
      </a>,
      row.owner,
      <DutyStanding row={row} now={now} zone={zone} />,
      view === 'done' ? `${settled}${row.doneByName === null ? '' : `, ${row.doneByName}`}` : day(row.startsAt),
      day(row.dueAt),
      row.clauses.length === 0 ? '' : <Clauses clauses={row.clauses} />,
    ],
  }
}

const Clauses = ({ clauses }: { readonly clauses: readonly string[] }) => (
  <span>
    {clauses.slice(0, MOST_CHIPS).map((clause) => (
      <>
        <ClauseChip clause={clause} href={elsewhere.clause(clause)} />{' '}
      </>
    ))}
    {clauses.length > MOST_CHIPS && `and ${clauses.length - MOST_CHIPS} more`}
  </span>
)
