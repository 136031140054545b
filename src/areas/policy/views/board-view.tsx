import { sayDay } from '#core/calendar/say-date.ts'
import { Board } from '#ui/board/board.tsx'
import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { State } from '#ui/square/square.tsx'
import { stateSays, stateWords } from '#ui/square/square.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { Totals } from '#ui/totals/totals.tsx'
import { TotalsBar } from '#ui/totals/totals-bar.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import { paths } from '../paths.ts'

/** One clause as the board draws it. */
export interface BoardRow {
  readonly id: string
  readonly section: string
  readonly says: string
  readonly state: State
  readonly proof: 'enforced' | 'proved' | 'attested' | null
  readonly because: string
  readonly since: Temporal.Instant | null
  readonly keptBy: string
}

export interface BoardViewProps {
  readonly policy: { readonly title: string; readonly number: number }
  readonly rows: readonly BoardRow[]
  /** Posts that nobody holds. */
  readonly vacant: readonly string[]
  readonly postsHref: string
  /** Only clauses of this standing in the table, or all. */
  readonly only: State | null
  readonly page: number
  readonly all: boolean
  readonly now: Temporal.Instant
  readonly zone: string
}

const STATES: readonly State[] = ['kept', 'due', 'late', 'broken', 'none', 'published', 'notyet']
const URGENT: readonly State[] = ['broken', 'late', 'due', 'none', 'notyet', 'published', 'kept']
const NOTES: Readonly<Record<State, string>> = {
  kept: 'Proof is on record',
  due: 'Somebody has a date',
  late: 'The date has passed',
  broken: 'The record says no',
  none: 'Nothing recorded',
  published: 'Read and signed',
  notyet: 'No control is built',
}
const PAGE = 18

/** The promise board: a square for each clause, totals, and the same as a table. */
export function BoardView(props: BoardViewProps) {
  const { policy, rows } = props
  const count = (state: State) => rows.filter((row) => row.state === state).length
  const counted = rows.length - count('notyet')
  return (
    <Page
      title="The promise board"
      caption={`${policy.title}, version ${policy.number}`}
      lede={lede(counted, count)}
      actions={
        <>
          <Button href={paths.text.to()} variant="secondary" small>
            Read the policy
          </Button>
          <PrintButton>Print the board</PrintButton>
          <Button href={paths.boardCsv.to()} variant="secondary" small>
            Get as CSV
          </Button>
        </>
      }
    >
      <Vacant {...props} />
      <Totals
        items={STATES.map((state) => ({
          state,
          count: count(state),
          note: NOTES[state],
          href: paths.board.to(`?standing=${state}#table`),
        }))}
      />
      <TotalsBar
        counts={Object.fromEntries(STATES.filter((state) => state !== 'notyet').map((state) => [state, count(state)]))}
      />
      <Section id="sections" title="By section of the policy">
        <Board sections={sectionsOf(rows)} />
      </Section>
      <Section
        id="table"
        title={props.only === null ? 'The same as a table' : `Only: ${stateWords[props.only].toLowerCase()}`}
      >
        <BoardTable {...props} />
      </Section>
    </Page>
  )
}

/** What nobody is named for, nobody does: said first. */
function Vacant({ vacant, postsHref }: BoardViewProps) {
  if (vacant.length === 0) return null
  const shown = vacant.slice(0, 4).join(', ')
  return (
    <WarningText>
      {vacant.length === 1 ? 'One post has no holder: ' : `${vacant.length} posts have no holder: `}
      <a class="kept-link" href={postsHref}>
        {vacant.length > 4 ? `${shown} and ${vacant.length - 4} more` : shown}
      </a>
    </WarningText>
  )
}

function lede(counted: number, count: (state: State) => number): string {
  const now = count('late') + count('broken')
  const waits = count('notyet')
  const first = `Our policy makes ${counted + waits} promises. ${now === 0 ? 'None needs' : `${now} ${now === 1 ? 'needs' : 'need'}`} somebody now; ${count('due')} more ${count('due') === 1 ? 'has' : 'have'} a date.`
  return waits === 0 ? first : `${first} For ${waits} no control is built yet: they are counted apart.`
}

function sectionsOf(rows: readonly BoardRow[]) {
  const sections = Map.groupBy(rows, (row) => row.section)
  return [...sections].map(([title, own]) => {
    const open = own.filter((row) => row.state === 'due' || row.state === 'late' || row.state === 'broken').length
    return {
      title,
      note: open === 0 ? String(own.length) : `${own.length}, ${open} open`,
      squares: own.map((row) => ({
        href: paths.clause.to(row.id),
        state: row.state,
        proof: row.proof ?? undefined,
        says: `${row.id}, ${stateSays(row.state, row.proof ?? undefined)}: ${shorten(row.says, 110)}`,
      })),
    }
  })
}

function BoardTable({ rows, only, page, all, now, zone }: BoardViewProps) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const wanted = rows
    .filter((row) => only === null || row.state === only)
    .toSorted((a, b) => URGENT.indexOf(a.state) - URGENT.indexOf(b.state))
  const shown = all ? wanted : wanted.slice((page - 1) * PAGE, page * PAGE)
  const query = only === null ? '' : `&standing=${only}`
  return (
    <>
      <DataTable
        cards
        caption={`Most urgent first. ${wanted.length === 0 ? 'None' : `${all ? 1 : (page - 1) * PAGE + 1} to ${all ? wanted.length : Math.min(page * PAGE, wanted.length)}`} of ${wanted.length}.`}
        columns={[
          { says: 'Clause', nowrap: true, card: 'head' },
          { says: 'What it promises' },
          { says: 'Standing', nowrap: true, card: 'state' },
          { says: 'Why we say so' },
          { says: 'Since or by', nowrap: true },
        ]}
        rows={shown.map((row) => ({
          cells: [
            <ClauseChip clause={row.id} href={paths.clause.to(row.id)} />,
            shorten(row.says, 160),
            <StatePill state={row.state} proof={row.proof ?? undefined} />,
            row.because,
            row.since === null ? '' : sayDay(row.since.toZonedDateTimeISO(zone).toPlainDate(), today),
          ],
        }))}
        empty={
          <EmptyState title="No clause stands so.">Choose another standing above, or look at all of them.</EmptyState>
        }
        pages={
          all || wanted.length <= PAGE
            ? undefined
            : pagesOf({
                page,
                size: PAGE,
                total: wanted.length,
                hrefFor: (to) => paths.board.to(`?page=${to}${query}#table`),
              })
        }
      />
      {!all && wanted.length > PAGE && (
        <p class="govuk-body-s">
          Show{' '}
          <a class="govuk-link" href={paths.board.to(`?all=1${query}#table`)}>{`all ${wanted.length} on one page`}</a>
        </p>
      )}
    </>
  )
}

const shorten = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')} …`
