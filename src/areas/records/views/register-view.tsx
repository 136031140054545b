import { sayShortDay } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import { MoreThanSearched, SpeltAlike } from '#ui/list-page/spelt-alike.tsx'
import { DuePill } from '#ui/state-pill/due-pill.tsx'
import { entryHome, paths } from '../register-paths.ts'
import { usualRegister } from '../register-query.ts'

/** An entry as its register draws it. */
export interface EntryLine {
  readonly id: string
  readonly reference: string
  readonly title: string | null
  readonly state: string
  readonly openedAt: Temporal.Instant
  readonly step: string | null
  readonly stepDue: Temporal.Instant | null
  readonly unread: boolean
  readonly cells: readonly string[]
}

export interface RegisterViewProps {
  readonly kind: string
  readonly says: string
  readonly one: string
  readonly clauses: readonly string[]
  readonly mayOpen: boolean
  /** The heads of the policy's own columns. */
  readonly columns: readonly string[]
  readonly rows: readonly EntryLine[]
  readonly counts: ReadonlyMap<string, number>
  /** Nothing has the words as they were typed; what is listed is spelt like them. */
  readonly alike: boolean
  /** There was more than a search goes through. */
  readonly more: boolean
  readonly query: Readonly<Record<'view' | 'words' | 'sort', string>>
  readonly page: number
  readonly size: number
  readonly most: number
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS = [
  { value: 'all', text: 'All I may see' },
  { value: 'unread', text: 'New to me' },
  { value: 'open', text: 'Open' },
  { value: 'late', text: 'A step is late' },
  { value: 'closed', text: 'Closed' },
] as const

/** A register: ordered, searched, exported, printed. */
export function RegisterView(props: RegisterViewProps) {
  const { kind, counts, query } = props
  return (
    <ListPage
      title={props.says}
      back={{ href: paths.all.to(), text: 'Registers' }}
      lede={<Clauses clauses={props.clauses} />}
      things={{ one: 'entry', many: 'entries' }}
      above={
        <>
          {props.alike && <SpeltAlike words={query.words} things="entry" />}
          {props.more && <MoreThanSearched things="entries" />}
        </>
      }
      href={(text) => paths.list.to(kind, text)}
      csvHref={(text) => paths.csv.to(kind, text)}
      printHref={(text) => paths.print.to(kind, text)}
      query={query}
      usual={usualRegister}
      actions={props.mayOpen && <Add {...props} />}
      views={VIEWS.map((one) => ({ ...one, count: counts.get(one.value) ?? 0 }))}
      filters={[{ name: 'words', label: 'Words or a name', value: query.words, grow: true, type: 'search' }]}
      columns={columnsOf(props.columns)}
      rows={props.rows.map((row) => rowOf(row, props))}
      page={props.page}
      size={props.size}
      total={counts.get(query.view) ?? 0}
      most={props.most}
      nothingYet={{
        title: 'Nothing stands here yet',
        says: 'Entries appear here when somebody adds one.',
        action: props.mayOpen && <Add {...props} />,
      }}
    />
  )
}

const Add = ({ kind, one }: RegisterViewProps) => (
  <Button href={paths.open.to(kind)} small>
    Add: {one}
  </Button>
)

function Clauses({ clauses }: { readonly clauses: readonly string[] }) {
  if (clauses.length === 0) return null
  return (
    <>
      The policy asks for it:{' '}
      {clauses.slice(0, 8).map((clause) => (
        <>
          <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
        </>
      ))}
    </>
  )
}

const columnsOf = (own: readonly string[]): ListColumn[] => [
  {
    says: 'Entry',
    nowrap: true,
    card: 'head',
    sort: { id: 'reference', up: 'by number', down: 'by number, the last first' },
  },
  {
    says: 'Standing',
    nowrap: true,
    card: 'state',
    sort: { id: 'standing', up: 'closed before open', down: 'open before closed', first: 'down' },
  },
  ...own.map((says) => ({ says })),
  { says: 'Next step' },
  { says: 'Opened', nowrap: true, sort: { id: 'opened', up: 'oldest first', down: 'newest first', first: 'down' } },
]

function rowOf(row: EntryLine, { now, zone }: RegisterViewProps): DataRow {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return {
    unread: row.unread,
    cells: [
      row.title === null ? (
        <span class="kept-ref">{row.reference}</span>
      ) : (
        <a class="kept-ref" href={entryHome.paths.show.to(row.id)}>
          {row.reference}
        </a>
      ),
      <DuePill row={row} now={now} zone={zone} />,
      ...row.cells,
      row.state === 'open' ? (row.step ?? '') : '',
      sayShortDay(row.openedAt.toZonedDateTimeISO(zone).toPlainDate(), today),
    ],
  }
}
