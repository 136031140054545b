import { sayInstant } from '#core/calendar/say-date.ts'
import { DutyList } from '#ui/duty-list/duty-list.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { elsewhere, paths } from '../paths.ts'

export interface DoneViewProps {
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly dueAt: Temporal.Instant
    readonly doneAt: Temporal.Instant | null
    readonly note: string | null
    readonly asks: { readonly clauses: readonly string[] } | null
  }[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What was done this week, the newest first. */
export function DoneView({ rows, now, zone }: DoneViewProps) {
  return (
    <Page title="Done this week" back={{ href: paths.mine.to(), text: 'My duties' }}>
      {rows.length === 0 ? (
        <EmptyState title="Nothing yet this week.">What you mark as done stands here until Sunday.</EmptyState>
      ) : (
        <DutyList
          items={rows.map((row) => {
            const clause = row.asks?.clauses[0]
            const isLate = row.doneAt !== null && Temporal.Instant.compare(row.doneAt, row.dueAt) > 0
            return {
              state: 'kept' as const,
              what: row.title,
              href: paths.show.to(row.id),
              when: `${row.doneAt === null ? '' : sayInstant(row.doneAt, now, zone)}${isLate ? ', late' : ''}`,
              why: row.note ?? 'Proved by a record',
              clause: clause === undefined ? undefined : { clause, href: elsewhere.clause(clause) },
            }
          })}
        />
      )}
    </Page>
  )
}
