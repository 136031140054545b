import { sayShortDay } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import type { DataRow } from '#ui/data-table/data-table.tsx'
import { ListPage } from '#ui/list-page/list-page.tsx'
import type { ListColumn } from '#ui/list-page/list-props.ts'
import type { Words } from '#ui/words.ts'
import type { Line } from '../line.ts'
import type { ListOf, ListView as View } from '../list-of.ts'
import { WORDS } from '../list-of.ts'
import type { ListQuery } from '../list-query.ts'
import { usualList } from '../list-query.ts'
import { paths } from '../paths.ts'

/** A line with its addresses, and how it stands. */
export interface ShownLine extends Line {
  readonly href: string
  readonly caseHref: string | null
  readonly standing: Words
}

export interface ListViewProps {
  readonly of: ListOf
  readonly rows: readonly ShownLine[]
  readonly counts: Readonly<Record<View, number>>
  readonly query: ListQuery
  /** Where somebody who may begins one. */
  readonly begin: { readonly href: string; readonly text: string } | null
  readonly now: Temporal.Instant
  readonly zone: string
}

const VIEWS = [
  { value: 'in_force', text: 'In force' },
  { value: 'waiting', text: 'To be done' },
  { value: 'over', text: 'Over' },
  { value: 'all', text: 'All' },
] as const

const columnsOf = (of: ListOf): ListColumn[] => [
  { says: 'What', card: 'head', sort: { id: 'title', up: 'by name', down: 'by name, the last first' } },
  { says: 'Stands', nowrap: true, card: 'state' },
  { says: 'For' },
  of === 'action' ? { says: 'Case', nowrap: true } : { says: 'Lifts' },
  {
    says: 'Taken',
    nowrap: true,
    sort: { id: 'opened', up: 'oldest first', down: 'newest first', first: 'down' },
  },
  { says: 'Ends', nowrap: true, sort: { id: 'until', up: 'what ends first', down: 'what ends last' } },
]

/** What was decided for or against people, or what is lifted for them, as far as the reader may see it. */
export function ListView({ of, rows, counts, query, begin, now, zone }: ListViewProps) {
  const words = WORDS[of]
  return (
    <ListPage
      title={words.title}
      lede={words.lede}
      things={words.things}
      actions={
        begin === null ? undefined : (
          <Button href={begin.href} small>
            {begin.text}
          </Button>
        )
      }
      href={paths[of].list.to}
      csvHref={paths[of].csv.to}
      printHref={paths[of].print.to}
      query={query}
      usual={usualList}
      views={VIEWS.map((view) => ({ ...view, count: counts[view.value] }))}
      filters={[{ name: 'words', label: 'Words', value: query.words, grow: true, type: 'search' }]}
      columns={columnsOf(of)}
      rows={rows.map((row) => rowOf(of, row, now, zone))}
      page={1}
      size={Math.max(rows.length, 1)}
      total={rows.length}
      nothingYet={counts.all === 0 ? words.none : { title: 'There is nothing here', says: words.nothing }}
    />
  )
}

function rowOf(of: ListOf, row: ShownLine, now: Temporal.Instant, zone: string): DataRow {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const day = (at: Temporal.Instant) => sayShortDay(at.toZonedDateTimeISO(zone).toPlainDate(), today)
  return {
    cells: [
      <>
        <a class="kept-link" href={row.href}>
          {row.title}
        </a>{' '}
        <span class="kept-ref">{row.reference}</span>
      </>,
      row.standing,
      row.people ?? '',
      of === 'exception' ? (
        (row.lifts ?? '')
      ) : row.caseHref === null ? (
        ''
      ) : (
        <a class="kept-link" href={row.caseHref}>
          {row.caseReference}
        </a>
      ),
      day(row.openedAt),
      row.until === null ? '' : day(row.until),
    ],
  }
}
