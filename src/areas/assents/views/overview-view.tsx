import { sayDay } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { BulkBar, DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { TabLinks, ViewLinks } from '#ui/tab-links/tab-links.tsx'
import type { AskingRow, View } from '../asking.ts'
import { paths } from '../paths.ts'
import { markOf, queryOf } from './asking-words.ts'

export interface OverviewProps {
  readonly rows: readonly AskingRow[]
  readonly counts: Readonly<Record<View, number>>
  readonly filter: { readonly view: View; readonly assent: string; readonly class: string; readonly words: string }
  readonly assents: readonly { readonly value: string; readonly text: string }[]
  readonly classes: readonly { readonly value: string; readonly text: string }[]
  readonly page: number
  readonly size: number
  readonly now: Temporal.Instant
  readonly zone: string
  /** What waits for the one who looks. */
  /** Nobody records their own slip. */
  readonly ownId: string
  readonly ownTodo: number
  /** The agreements that may be signed on paper. */
  readonly onPaper: readonly string[]
}

const VIEWS: readonly { view: View; text: string }[] = [
  { view: 'all', text: 'Everybody' },
  { view: 'unsigned', text: 'Not signed' },
  { view: 'late', text: 'Late' },
  { view: 'talk', text: 'Want to talk' },
  { view: 'signed', text: 'Signed' },
]

/** The two ways in which staff look at agreements. */
export function AgreementTabs({ active }: { readonly active: 'people' | 'classes' }) {
  return (
    <TabLinks
      label="Agreements"
      items={[
        { href: paths.overview.to(), text: 'Everybody', active: active === 'people' },
        { href: paths.classes.to(), text: 'By class', active: active === 'classes' },
        { href: paths.mine.to(), text: 'Mine', active: false },
      ]}
    />
  )
}

/** Who has signed what: figures, filter, list, and reminders in bulk. */
export function OverviewView(props: OverviewProps) {
  const { filter } = props
  const query = (changes: Readonly<Record<string, string>>) => queryOf({ ...filter, ...changes })
  return (
    <Page
      title="Agreements"
      lede={ledeOf(props)}
      wide
      actions={
        <Button href={paths.csv.to(query({}))} variant="secondary" small>
          Get as CSV
        </Button>
      }
    >
      <AgreementTabs active="people" />
      {props.ownTodo > 0 && (
        <InsetText>
          {props.ownTodo === 1 ? 'One agreement waits' : `${props.ownTodo} agreements wait`} for your own signature.{' '}
          <a class="govuk-link" href={paths.mine.to()}>
            Read and sign
          </a>
        </InsetText>
      )}
      <Numbers {...props} query={query} />
      <FilterBar
        label="Agreements"
        fields={[
          { name: 'words', label: 'Name', value: filter.words, grow: true, type: 'search' },
          {
            name: 'assent',
            label: 'Agreement',
            value: filter.assent,
            options: [{ value: '', text: 'Any' }, ...props.assents],
          },
          {
            name: 'class',
            label: 'Class',
            value: filter.class,
            options: [{ value: '', text: 'Any' }, ...props.classes],
          },
        ]}
        keep={filter.view === 'all' ? {} : { view: filter.view }}
        clearHref={paths.overview.to()}
      />
      <Form action={paths.remind.to()}>
        {props.rows.some(mayRemind) && <Reminding {...props} query={query} />}
        <Table {...props} query={query} />
      </Form>
    </Page>
  )
}

type Query = (changes: Readonly<Record<string, string>>) => string
type Parts = OverviewProps & { readonly query: Query }

function Numbers({ counts, filter, query }: Parts) {
  return (
    <>
      <Figures
        items={[
          {
            value: counts.signed,
            unit: `of ${counts.all}`,
            label: 'Signed',
            href: paths.overview.to(query({ view: 'signed' })),
          },
          { value: counts.unsigned, label: 'Not signed', href: paths.overview.to(query({ view: 'unsigned' })) },
          { value: counts.late, label: 'Late', href: paths.overview.to(query({ view: 'late' })) },
          { value: counts.talk, label: 'Want to talk first', href: paths.overview.to(query({ view: 'talk' })) },
        ]}
      />
      <ViewLinks
        label="Saved views"
        items={VIEWS.map(({ view, text }) => ({
          href: paths.overview.to(query({ view })),
          text,
          count: counts[view],
          active: filter.view === view,
        }))}
      />
    </>
  )
}

function Reminding({ counts, filter, query }: Parts) {
  return (
    <BulkBar count="Those who are ticked">
      <Button small variant="secondary">
        Send a reminder
      </Button>
      {counts.unsigned > 0 && (
        <Button
          small
          variant="secondary"
          name="every"
          value={query({ view: filter.view === 'all' ? 'unsigned' : filter.view }) || 'all'}
        >
          {`Remind all ${filter.view === 'late' ? counts.late : counts.unsigned} in this list`}
        </Button>
      )}
    </BulkBar>
  )
}

const ledeOf = ({ counts, filter }: OverviewProps): string =>
  counts.all === 0
    ? filter.words + filter.assent + filter.class === ''
      ? 'Nobody has been asked yet.'
      : 'Nobody with these.'
    : `${counts.signed} of ${counts.all} signed${counts.late === 0 ? '' : `, ${counts.late} late`}.`

const mayRemind = (row: AskingRow): boolean => row.state === 'open' || row.state === 'partly'

function Table(props: Parts) {
  const { counts, filter } = props
  const total = counts[filter.view]
  const titles = new Map(props.assents.map((one) => [one.value, one.text]))
  return (
    <DataTable
      caption="What is asked, by family name"
      dense
      choose="ids"
      columns={[
        { says: 'Name', sorted: 'ascending' },
        { says: 'Class', nowrap: true },
        { says: 'Agreement' },
        { says: 'Standing', nowrap: true },
        { says: 'Asked', nowrap: true },
        { says: 'Reminders', numeric: true },
        { says: 'Slip', hidden: true, nowrap: true },
      ]}
      rows={props.rows.map((row) => ({
        cells: cellsOf(row, titles, props),
        ...(mayRemind(row) ? { choose: { value: row.id, label: `${row.name}, ${titles.get(row.assent) ?? ''}` } } : {}),
      }))}
      empty={
        <EmptyState title={total === 0 && filter.view === 'late' ? 'Nobody is late' : 'Nothing here'}>
          {filter.words === '' ? 'Agreements appear here when they are asked.' : 'Nobody here has this name.'}
        </EmptyState>
      }
      pages={
        total <= props.size
          ? undefined
          : pagesOf({
              page: props.page,
              size: props.size,
              total,
              hrefFor: (page) => paths.overview.to(props.query({ page: String(page) })),
            })
      }
    />
  )
}

function cellsOf(row: AskingRow, titles: ReadonlyMap<string, string>, { now, zone, onPaper, ownId }: OverviewProps) {
  const mark = markOf(row, now, zone)
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  return [
    <a class="kept-link" href={paths.person.to(row.aboutId)}>
      {row.sortName}
    </a>,
    row.className ?? row.kind ?? '',
    titles.get(row.assent) ?? row.assent,
    <StatePill state={mark.state}>{mark.says}</StatePill>,
    sayDay(day(row.askedAt), day(now)),
    row.reminded === 0 ? '' : String(row.reminded),
    mayRemind(row) && onPaper.includes(row.assent) && row.aboutId !== ownId ? (
      <a class="kept-link" href={paths.slip.to(row.id)}>
        Record a slip<span class="govuk-visually-hidden"> of {row.name}</span>
      </a>
    ) : (
      ''
    ),
  ]
}
