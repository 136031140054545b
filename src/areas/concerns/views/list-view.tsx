import { sayInstant, sayLength } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import type { ConcernLine, ConcernView } from '../lines.ts'
import { paths } from '../paths.ts'
import { sayReporter, sayState } from '../say-concern.ts'

export interface ListViewProps {
  readonly rows: readonly (ConcernLine & { readonly worry: string })[]
  readonly counts: Readonly<Record<ConcernView, number>>
  readonly waiting: { readonly count: number; readonly urgent: number; readonly firstId: string | null }
  readonly filter: { readonly view: ConcernView; readonly worry: string; readonly words: string }
  readonly worries: readonly { readonly value: string; readonly text: string }[]
  readonly page: number
  readonly size: number
  readonly total: number
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS = [
  { view: 'open', text: 'Open' },
  { view: 'new', text: 'Nobody has taken' },
  { view: 'mine', text: 'Mine' },
  { view: 'closed', text: 'Settled' },
  { view: 'all', text: 'All I may see' },
] as const

/** What people told the school: danger and what nobody has taken come first. */
export function ListView(props: ListViewProps) {
  const { counts, filter, waiting } = props
  const query = (changes: Readonly<Record<string, string>>) => queryOf({ ...filter, ...changes })
  return (
    <Page
      title="Concerns"
      lede={`${counts.open} open, ${counts.new} that nobody has taken yet.`}
      wide
      actions={
        <Button href={paths.csv.to(query({}))} variant="secondary" small>
          Get as CSV
        </Button>
      }
    >
      {waiting.urgent > 0 && waiting.firstId !== null && (
        <Alert
          voice="danger"
          title={
            waiting.urgent === 1
              ? 'Somebody may be in danger now'
              : `In ${waiting.urgent} concerns somebody may be in danger now`
          }
          action={
            <Button href={paths.show.to(waiting.firstId)} small>
              Open it
            </Button>
          }
        >
          {waiting.urgent === 1 ? 'Nobody has taken it yet.' : 'Nobody has taken them yet.'}
        </Alert>
      )}
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
        label="Concerns"
        fields={[
          { name: 'words', label: 'Words in it', value: filter.words, grow: true, type: 'search' },
          {
            name: 'worry',
            label: 'About',
            value: filter.worry,
            options: [{ value: '', text: 'Anything' }, ...props.worries],
          },
        ]}
        keep={{ view: filter.view }}
        clearHref={paths.list.to()}
      />
      <DataTable
        caption="Concerns, those that nobody has taken first"
        dense
        columns={[
          { says: 'What was told' },
          { says: 'Standing', nowrap: true },
          { says: 'Told', nowrap: true },
          { says: 'About' },
          { says: 'From' },
          { says: 'Taken by' },
          { says: 'Answer' },
        ]}
        rows={props.rows.map((row) => ({ cells: cellsOf(row, props), unread: row.state === 'new' }))}
        empty={
          <EmptyState title="No concerns here">
            {filter.words === ''
              ? 'What people tell the school stands here.'
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

function cellsOf(row: ListViewProps['rows'][number], { now, zone }: ListViewProps) {
  return [
    <a href={paths.show.to(row.id)}>{short(row.begins)}</a>,
    <Standing row={row} now={now} zone={zone} />,
    sayInstant(row.toldAt, now, zone),
    row.worry,
    sayReporter(row.reporterKind, row.named),
    row.takenBy ?? '',
    row.waitsForUs ? 'They wrote again' : row.wantsAnswer ? 'Wanted' : '',
  ]
}

function Standing({
  row,
  now,
  zone,
}: {
  readonly row: ConcernLine
  readonly now: Temporal.Instant
  readonly zone: string
}) {
  if (row.state === 'new' && row.inDanger)
    return <StatePill state="broken">Danger, not taken: {sayLength(row.toldAt, now, zone)}</StatePill>
  if (row.state === 'new') return <StatePill state="none">Not taken: {sayLength(row.toldAt, now, zone)}</StatePill>
  return <StatePill state={row.state === 'taken' ? 'due' : 'kept'}>{sayState(row.state)}</StatePill>
}

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text)

function queryOf(values: Readonly<Record<string, string>>): string {
  const set = Object.entries(values).filter(([name, value]) => value !== '' && !(name === 'view' && value === 'open'))
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
