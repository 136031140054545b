import { sayLength, sayShortDay, sayTimeOfDay } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import type { ListQuery } from '#ui/list-page/address.ts'
import { GiveTo } from '#ui/list-page/give-to.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import { MoreThanSearched, SpeltAlike } from '#ui/list-page/spelt-alike.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { Words } from '#ui/words.ts'
import type { ConcernLine, ConcernView } from '../lines.ts'
import { paths } from '../paths.ts'
import { sayAnswer, sayReporter, sayState } from '../say-concern.ts'

type Line = ConcernLine & { readonly worry: string }

export interface ListViewProps {
  /** The lists that have a name. */
  readonly saved: Words
  /** What stays out of addresses. */
  readonly usual: ListQuery
  readonly rows: readonly Line[]
  readonly counts: Readonly<Record<ConcernView, number>>
  readonly waiting: { readonly count: number; readonly urgent: number; readonly firstId: string | null }
  /** Nothing has the words as they were typed; what is listed is spelt like them. */
  readonly alike: boolean
  /** There was more than a search goes through. */
  readonly more: boolean
  readonly view: ConcernView
  readonly query: Readonly<Record<'view' | 'worry' | 'words' | 'sort', string>>
  /** To whom the ticked ones can be given. */
  readonly people: readonly { readonly value: string; readonly text: string }[]
  readonly worries: readonly { readonly value: string; readonly text: string }[]
  readonly page: number
  readonly size: number
  readonly most: number
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS: readonly { readonly value: ConcernView; readonly text: string }[] = [
  { value: 'open', text: 'Open' },
  { value: 'new', text: 'Nobody has taken' },
  { value: 'mine', text: 'Mine' },
  { value: 'closed', text: 'Settled' },
  { value: 'all', text: 'All I may see' },
]

const COLUMNS: readonly ListColumn[] = [
  { says: 'What was told', card: 'head' },
  {
    says: 'Standing',
    nowrap: true,
    card: 'state',
    sort: { id: 'standing', up: 'what waits for somebody first', down: 'what is settled first' },
  },
  { says: 'Told', nowrap: true, sort: { id: 'told', up: 'oldest first', down: 'newest first', first: 'down' } },
  { says: 'About', sort: { id: 'worry', up: 'by what they are about', down: 'by what they are about, turned round' } },
  { says: 'From', sort: { id: 'teller', up: 'by who told', down: 'by who told, turned round' } },
  { says: 'Taken by' },
  { says: 'Answer' },
]

/** What people told the school: danger and what nobody has taken come first. */
export function ListView(props: ListViewProps) {
  const { counts, query } = props
  return (
    <ListPage
      actions={
        <Button href={paths.youSaidList.to()} variant="secondary" small>
          You said, we did
        </Button>
      }
      title="Concerns"
      lede={ledeOf(counts)}
      above={
        <>
          {props.saved}
          <InDanger {...props.waiting} />
          {props.alike && <SpeltAlike words={query.words} things="concern" />}
          {props.more && <MoreThanSearched things="concerns" />}
        </>
      }
      things={{ one: 'concern', many: 'concerns' }}
      href={paths.list.to}
      csvHref={paths.csv.to}
      printHref={paths.print.to}
      query={query}
      usual={props.usual}
      views={VIEWS.map((one) => ({ ...one, count: counts[one.value] }))}
      filters={[
        { name: 'words', label: 'Words in it', value: query.words, grow: true, type: 'search' },
        {
          name: 'worry',
          label: 'About',
          value: query.worry,
          options: [{ value: '', text: 'Anything' }, ...props.worries],
        },
      ]}
      columns={COLUMNS}
      rows={props.rows.map((row) => rowOf(row, props))}
      bulk={{ action: paths.chosen.to(), buttons: <Bulk people={props.people} /> }}
      page={props.page}
      size={props.size}
      total={counts[props.view]}
      most={props.most}
      nothingYet={nothingYet(props.view)}
    />
  )
}

const Bulk = ({ people }: Pick<ListViewProps, 'people'>) => (
  <>
    <GiveTo people={people} />
    <Button name="do" value="take" variant="secondary" small>
      Take these
    </Button>
    <Button name="do" value="print" variant="secondary" small>
      Print these
    </Button>
    <Button name="do" value="csv" variant="secondary" small>
      CSV of these
    </Button>
  </>
)

function InDanger({ urgent, firstId }: ListViewProps['waiting']) {
  if (urgent === 0 || firstId === null) return null
  const title = urgent === 1 ? 'Somebody may be in danger now' : `In ${urgent} concerns somebody may be in danger now`
  return (
    <Alert
      voice="danger"
      title={title}
      action={
        <Button href={paths.show.to(firstId)} small>
          Open it
        </Button>
      }
    >
      {urgent === 1 ? 'Nobody has taken it yet.' : 'Nobody has taken them yet.'}
    </Alert>
  )
}

const ledeOf = ({ open, new: untaken }: ListViewProps['counts']): string =>
  open === 0
    ? 'None that you may see is open.'
    : `${open} open, ${untaken === 0 ? 'each with somebody who looks after it' : `${untaken} that nobody has taken yet`}.`

function nothingYet(view: ConcernView) {
  if (view === 'new')
    return { title: 'Nothing waits for somebody to take it', says: 'What people tell the school stands here first.' }
  if (view === 'mine') return { title: 'You look after none', says: 'Those that you take stand here.' }
  if (view === 'closed')
    return { title: 'None is settled yet', says: 'They stand here when they became a case or were closed.' }
  if (view === 'open') return { title: 'No concern is open', says: 'What people tell the school stands here.' }
  return {
    title: 'No concern that you may see',
    says: 'What people tell the school stands here, for those whom the policy lets read it.',
  }
}

function rowOf(row: Line, { now, zone }: ListViewProps): DataRow {
  const says = short(row.begins)
  return {
    unread: row.state === 'new' || row.waitsForUs,
    choose: { value: row.id, label: `Choose “${says}”` },
    cells: [
      <a class="kept-link" href={paths.show.to(row.id)}>
        {says}
      </a>,
      <Standing row={row} now={now} zone={zone} />,
      toldOn(row.toldAt, now, zone),
      row.worry,
      sayReporter(row.reporterKind, row.named),
      row.takenBy ?? '',
      row.waitsForUs ? 'They wrote again' : sayAnswer(row),
    ],
  }
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

function toldOn(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const then = at.toZonedDateTimeISO(zone)
  return `${sayShortDay(then.toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate())}, ${sayTimeOfDay(then)}`
}
