import { sayShortDay } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { TabLinks } from '#ui/tab-links/tab-links.tsx'
import type { AskingRow, View } from '../asking.ts'
import { paths } from '../paths.ts'
import { markOf, queryOf } from './asking-words.ts'

export interface OverviewProps {
  readonly rows: readonly AskingRow[]
  readonly counts: Readonly<Record<View, number>>
  readonly view: View
  readonly query: Readonly<Record<'view' | 'assent' | 'class' | 'words' | 'sort', string>>
  readonly assents: readonly { readonly value: string; readonly text: string }[]
  readonly classes: readonly { readonly value: string; readonly text: string }[]
  readonly page: number
  readonly size: number
  readonly now: Temporal.Instant
  readonly zone: string
  /** Nobody records their own slip. */
  readonly ownId: string
  /** What waits for the one who looks. */
  readonly ownTodo: number
  /** The agreements that may be signed on paper. */
  readonly onPaper: readonly string[]
}

const VIEWS: readonly { view: View; text: string }[] = [
  { view: 'all', text: 'Everybody' },
  { view: 'unsigned', text: 'Not signed' },
  { view: 'late', text: 'Late' },
  { view: 'talk', text: 'Want to talk' },
  { view: 'back', text: 'Taken back' },
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
        { href: paths.surveys.to(), text: 'Surveys', active: false },
        { href: paths.mine.to(), text: 'Mine', active: false },
      ]}
    />
  )
}

const COLUMNS: readonly ListColumn[] = [
  { says: 'Name', card: 'head', sort: { id: 'name', up: 'by family name', down: 'by family name, from Z to A' } },
  { says: 'Class', nowrap: true },
  { says: 'Agreement' },
  {
    says: 'Standing',
    nowrap: true,
    card: 'state',
    sort: { id: 'due', up: 'wanted first, first', down: 'wanted last, first' },
  },
  {
    says: 'Asked',
    nowrap: true,
    sort: { id: 'asked', up: 'asked first, first', down: 'asked last, first', first: 'down' },
  },
  { says: 'Reminders', numeric: true },
  { says: 'Slip', hidden: true, nowrap: true },
]

/** Who has signed what: figures, filter, list, and reminders in bulk. */
export function OverviewView(props: OverviewProps) {
  const { counts, query, view } = props
  const titles = new Map(props.assents.map((one) => [one.value, one.text]))
  return (
    <ListPage
      title="Agreements"
      lede={ledeOf(props)}
      above={<Above {...props} />}
      things={{ one: 'agreement', many: 'agreements' }}
      href={paths.overview.to}
      csvHref={paths.csv.to}
      printHref={paths.print.to}
      query={query}
      usual={{ view: 'all', sort: 'name' }}
      views={VIEWS.map(({ view: value, text }) => ({ value, text, count: counts[value] }))}
      filters={[
        { name: 'words', label: 'Name', value: query.words, grow: true, type: 'search' },
        {
          name: 'assent',
          label: 'Agreement',
          value: query.assent,
          options: [{ value: '', text: 'Any' }, ...props.assents],
        },
        { name: 'class', label: 'Class', value: query.class, options: [{ value: '', text: 'Any' }, ...props.classes] },
      ]}
      columns={COLUMNS}
      rows={props.rows.map((row) => rowOf(row, titles, props))}
      bulk={props.rows.some(mayRemind) ? { action: paths.remind.to(), buttons: <Reminding {...props} /> } : undefined}
      page={props.page}
      size={props.size}
      total={counts[view]}
      nothingYet={
        view === 'late'
          ? { title: 'Nobody is late', says: 'Agreements stand here when their date has passed.' }
          : { title: 'Nothing here', says: 'Agreements appear here when they are asked.' }
      }
    />
  )
}

function Above({ counts, query, ownTodo }: OverviewProps) {
  const to = (view: View) =>
    paths.overview.to(queryOf({ ...query, sort: query.sort === 'name' ? '' : query.sort, view }))
  return (
    <>
      <AgreementTabs active="people" />
      {ownTodo > 0 && (
        <InsetText>
          {ownTodo === 1 ? 'One agreement waits' : `${ownTodo} agreements wait`} for your own signature.{' '}
          <a class="govuk-link" href={paths.mine.to()}>
            Read and sign
          </a>
        </InsetText>
      )}
      <Figures
        items={[
          { value: counts.signed, unit: `of ${counts.all}`, label: 'Signed', href: to('signed') },
          { value: counts.unsigned, label: 'Not signed', href: to('unsigned') },
          { value: counts.late, label: 'Late', href: to('late') },
          { value: counts.talk, label: 'Want to talk first', href: to('talk') },
        ]}
      />
    </>
  )
}

function Reminding({ counts, query, view }: OverviewProps) {
  const every = queryOf({ ...query, view: view === 'all' ? 'unsigned' : view })
  return (
    <>
      <Button small variant="secondary">
        Send a reminder
      </Button>
      {counts.unsigned > 0 && (
        <Button small variant="secondary" name="every" value={every || 'all'}>
          {`Remind all ${view === 'late' ? counts.late : counts.unsigned} in this list`}
        </Button>
      )}
    </>
  )
}

const ledeOf = ({ counts, query }: OverviewProps): string =>
  counts.all === 0
    ? query.words + query.assent + query.class === ''
      ? 'Nobody has been asked yet.'
      : 'Nobody with these.'
    : `${counts.signed} of ${counts.all} signed${counts.late === 0 ? '' : `, ${counts.late} late`}.`

const mayRemind = (row: AskingRow): boolean => row.state === 'open' || row.state === 'partly'

function rowOf(row: AskingRow, titles: ReadonlyMap<string, string>, props: OverviewProps): DataRow {
  const label = `${row.name}, ${titles.get(row.assent) ?? ''}`
  return { cells: cellsOf(row, titles, props), ...(mayRemind(row) ? { choose: { value: row.id, label } } : {}) }
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
    sayShortDay(day(row.askedAt), day(now)),
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
