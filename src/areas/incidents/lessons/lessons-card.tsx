import { sayInstant } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { paths } from '../paths.ts'
import type { FollowUpLine } from './read-follow-ups.ts'

export interface LessonsCardProps {
  readonly id: string
  readonly lines: readonly FollowUpLine[]
  /** The posts in words. */
  readonly sayPost: (post: string) => string
  /** The policy foresees something at a step that was reached, and whoever looks may write it down. */
  readonly mayAdd: boolean
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What the school drew from a case: duties, and changes of the policy that are suggested. */
export function LessonsCard({ id, lines, sayPost, mayAdd, now, zone }: LessonsCardProps) {
  if (lines.length === 0 && !mayAdd) return null
  return (
    <Card
      id="lessons"
      size="m"
      title="What follows for the school"
      nothing={
        lines.length === 0 && 'Nothing has been written down yet: a duty for somebody, or a change of the policy.'
      }
      end={
        mayAdd && (
          <a class="kept-link kept-noprint" href={paths.followUp.to(id)}>
            Add what follows
          </a>
        )
      }
    >
      <ul class="kept-list kept-rows">
        {lines.map((line) => (
          <li>
            {line.duty !== null && (
              <>
                <a class="govuk-link" href={`/duties/${line.duty.id}`}>
                  {line.says}
                </a>{' '}
                <span class="kept-meta">
                  Duty of {sayPost(line.duty.post)},{' '}
                  {DUTY[line.duty.state] ?? `by ${sayInstant(line.duty.dueAt, now, zone)}`}
                </span>
              </>
            )}
            {line.change !== null && (
              <>
                {line.says}{' '}
                {line.change.clause !== null && (
                  <ClauseChip clause={line.change.clause} href={`/policy/clauses/${line.change.clause}`} />
                )}{' '}
                <span class="kept-meta">
                  Suggested change of the policy, {CHANGE[line.change.state] ?? 'waits for those who draft it'}
                  {line.change.reason === null ? '' : `: ${line.change.reason}`}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const DUTY: Readonly<Record<string, string>> = { done: 'done', not_needed: 'not needed', missed: 'missed' }
const CHANGE: Readonly<Record<string, string>> = { taken: 'taken into a draft', turned_down: 'turned down' }
