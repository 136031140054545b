import { sayLength, sayShortDay } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import type { ListQuery } from '#ui/list-page/address.ts'
import { GiveTo } from '#ui/list-page/give-to.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import { MoreThanSearched, SpeltAlike } from '#ui/list-page/spelt-alike.tsx'
import { DuePill } from '#ui/state-pill/due-pill.tsx'
import type { Words } from '#ui/words.ts'
import { paths } from '../paths.ts'

type View = 'all' | 'mine' | 'nobodys' | 'unread' | 'open' | 'late' | 'closed'

/** One line as the list draws it. */
export interface IncidentLine {
  readonly id: string
  readonly reference: string
  readonly title: string | null
  readonly category: string
  readonly state: string
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly occurredAt: Temporal.Instant | null
  readonly step: string | null
  readonly stepDue: Temporal.Instant | null
  readonly people: string | null
  /** Who looks after it. */
  readonly has: string | null
  readonly unread: boolean
}

export interface IncidentListProps {
  /** The lists that have a name. */
  readonly saved: Words
  /** What stays out of addresses. */
  readonly usual: ListQuery
  readonly rows: readonly IncidentLine[]
  readonly counts: Readonly<Partial<Record<View, number>>>
  /** Since when the case has been open that is new to them for the longest. */
  readonly longestNew: Temporal.Instant | null
  /** What recurs, over the list. */
  readonly repeats: Words
  /** Nothing has the words as they were typed; what is listed is spelt like them. */
  readonly alike: boolean
  /** There was more than a search goes through. */
  readonly more: boolean
  readonly query: Readonly<Record<'view' | 'category' | 'words' | 'from' | 'sort', string>>
  readonly categories: readonly { readonly value: string; readonly text: string }[]
  readonly page: number
  readonly size: number
  readonly most: number
  readonly now: Temporal.Instant
  readonly zone: string
  /** To whom the ticked ones can be given. */
  readonly people: readonly { readonly value: string; readonly text: string }[]
  /** They handle cases or govern, and may see what cases have in common. */
  readonly mayCount: boolean
  readonly mayOpen: boolean
  /** The policy lets a post of theirs open a case in an emergency. */
  readonly mayBreak: boolean
}

const VIEWS: readonly { readonly value: View; readonly text: string }[] = [
  { value: 'all', text: 'All I may see' },
  { value: 'unread', text: 'New to me' },
  { value: 'open', text: 'Open' },
  { value: 'mine', text: 'Mine' },
  { value: 'nobodys', text: 'Nobody’s' },
  { value: 'late', text: 'A step is late' },
  { value: 'closed', text: 'Closed' },
]

const COLUMNS: readonly ListColumn[] = [
  {
    says: 'Case',
    nowrap: true,
    card: 'head',
    sort: { id: 'reference', up: 'by number', down: 'by number, the last first' },
  },
  { says: 'What', card: 'head' },
  {
    says: 'Standing',
    nowrap: true,
    card: 'state',
    sort: { id: 'standing', up: 'closed before open', down: 'open before closed', first: 'down' },
  },
  {
    says: 'Happened',
    sort: { id: 'happened', up: 'what happened first, first', down: 'what happened last, first', first: 'down' },
  },
  { says: 'Opened', sort: { id: 'opened', up: 'oldest first', down: 'newest first', first: 'down' } },
  { says: 'Open for', nowrap: true, numeric: true },
  { says: 'Kind', roomy: true, sort: { id: 'kind', up: 'by kind', down: 'by kind, turned round' } },
  { says: 'Who' },
  { says: 'Next step' },
]

// What only those see who may read more of a case than that it is there.
const OF_THE_CASE: readonly string[] = ['What', 'Who', 'Next step']

/** The incident log: ordered, filtered, searched, ticked, exported, printed. */
export function IncidentListView(props: IncidentListProps) {
  const { counts, query } = props
  const view = VIEWS.find(({ value }) => value === query.view)?.value ?? 'all'
  // Whoever reads none of the cases has no use for three columns of nothing.
  const masked = props.rows.length > 0 && props.rows.every(({ title }) => title === null)
  const shown = COLUMNS.map(({ says }) => !masked || !OF_THE_CASE.includes(says))
  return (
    <ListPage
      title="Incidents"
      lede={ledeOf(props)}
      things={{ one: 'case', many: 'cases' }}
      href={paths.list.to}
      csvHref={paths.csv.to}
      printHref={paths.print.to}
      query={query}
      usual={props.usual}
      actions={
        <>
          {props.mayOpen && (
            <Button href={paths.open.to()} small>
              Open a case
            </Button>
          )}
          {(counts.all ?? 0) > 0 && (
            <Button href={paths.board.to()} variant="secondary" small>
              By step
            </Button>
          )}
          {props.mayCount && (
            <Button href={paths.trends.to()} variant="secondary" small>
              Trends
            </Button>
          )}
          {props.mayBreak && (
            <Button href={paths.glass.to()} variant="secondary" small>
              In an emergency
            </Button>
          )}
        </>
      }
      above={
        <>
          {props.saved}
          {props.alike && <SpeltAlike words={query.words} things="case" />}
          {props.more && <MoreThanSearched things="cases" />}
          {props.repeats}
        </>
      }
      views={VIEWS.map((one) => ({ ...one, count: counts[one.value] ?? 0 }))}
      filters={[
        { name: 'words', label: 'Words or a name', value: query.words, grow: true, type: 'search' },
        {
          name: 'category',
          label: 'Kind',
          value: query.category,
          options: [{ value: '', text: 'Any' }, ...props.categories],
        },
        { name: 'from', label: 'Since', value: query.from, type: 'date' },
      ]}
      columns={COLUMNS.filter((_, index) => shown[index])}
      rows={props.rows.map((row) => only(rowOf(row, props), shown))}
      bulk={{ action: paths.chosen.to(), buttons: <Bulk people={props.people} /> }}
      page={props.page}
      size={props.size}
      total={counts[view] ?? 0}
      most={props.most}
      nothingYet={nothingYet(view)}
    />
  )
}

const Bulk = ({ people }: Pick<IncidentListProps, 'people'>) => (
  <>
    <GiveTo people={people} nobody="Nobody in particular" />
    <Button name="do" value="read" variant="secondary" small>
      Mark as read
    </Button>
    <Button name="do" value="print" variant="secondary" small>
      Print these
    </Button>
    <Button name="do" value="csv" variant="secondary" small>
      CSV of these
    </Button>
  </>
)

function ledeOf({
  counts: { open = 0, late = 0, unread = 0 },
  query,
  longestNew,
  now,
  zone,
}: IncidentListProps): string {
  const narrowed = query.words !== '' || query.category !== '' || query.from !== ''
  const since =
    narrowed || longestNew === null
      ? ''
      : `, ${unread === 1 ? 'opened' : 'the oldest'} ${sayLength(longestNew, now, zone)} ago`
  const parts = [
    open === 0 ? 'None that you may see is open' : `${open} open`,
    ...(late === 0 ? [] : [`${late} with a step that is late`]),
    ...(unread === 0 ? [] : [`${unread} new to you${since}`]),
  ]
  return `${parts.join(', ')}.`
}

function nothingYet(view: View) {
  if (view === 'late')
    return { title: 'No step is late', says: 'A case stands here when one of its steps has passed its date.' }
  if (view === 'unread')
    return {
      title: 'Nothing is new to you',
      says: 'A case stands here when it was opened, or went on, since you last looked.',
    }
  if (view === 'mine')
    return {
      title: 'No case is yours',
      says: 'Cases that somebody gave you, or that you took, stand here while they are open.',
    }
  if (view === 'nobodys')
    return {
      title: 'Each open case has somebody who looks after it',
      says: 'A case that was given to nobody stands here.',
    }
  if (view === 'open') return { title: 'No case is open', says: 'Cases appear here when somebody opens one.' }
  if (view === 'closed')
    return { title: 'No case is closed yet', says: 'Cases appear here when they have been brought to an end.' }
  return {
    title: 'No case that you may see',
    says: 'A case stands here once it is opened, for those whom the policy lets see it.',
  }
}

const only = (row: DataRow, shown: readonly boolean[]): DataRow => ({
  ...row,
  cells: row.cells.filter((_, index) => shown[index]),
})

function rowOf(row: IncidentLine, { now, zone }: IncidentListProps): DataRow {
  // A day stands in one line; only the year of an earlier one goes below it.
  const says = (at: Temporal.Instant) =>
    sayShortDay(at.toZonedDateTimeISO(zone).toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate()).replace(
      / (?!\d{4}$)/g,
      '\u00a0',
    )
  return {
    unread: row.unread,
    choose: { value: row.id, label: `Choose ${row.reference}` },
    cells: [
      row.title === null ? (
        <span class="kept-ref">{row.reference}</span>
      ) : (
        <a class="kept-ref" href={paths.show.to(row.id)}>
          {row.reference}
        </a>
      ),
      row.title ?? <span class="kept-meta">Not shown to you</span>,
      <DuePill row={row} now={now} zone={zone} />,
      row.occurredAt === null ? '' : says(row.occurredAt),
      says(row.openedAt),
      sayLength(row.openedAt, row.closedAt ?? now, zone),
      row.category,
      row.people ?? '',
      <>
        {row.step}
        {row.has !== null && <span class="kept-meta kept-list__has">With {row.has}</span>}
      </>,
    ],
  }
}
