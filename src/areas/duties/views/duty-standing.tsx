import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { sayWhen } from '../say.ts'

export interface DutyStandingProps {
  readonly row: {
    readonly state: 'open' | 'done' | 'not_needed' | 'missed'
    readonly startsAt: Temporal.Instant
    readonly dueAt: Temporal.Instant
    readonly doneAt: Temporal.Instant | null
  }
  readonly now: Temporal.Instant
  readonly zone: string
}

/** How a round of a duty stands. */
export function DutyStanding({ row, now, zone }: DutyStandingProps) {
  if (row.state === 'missed') return <StatePill state="broken">Missed</StatePill>
  if (row.state === 'not_needed') return <StatePill state="none">Not needed</StatePill>
  if (row.state === 'done') {
    const wasLate = row.doneAt !== null && Temporal.Instant.compare(row.doneAt, row.dueAt) > 0
    return <StatePill state={wasLate ? 'late' : 'kept'}>{wasLate ? 'Done late' : 'Done in time'}</StatePill>
  }
  if (Temporal.Instant.compare(row.startsAt, now) > 0) return <StatePill state="none">Not begun</StatePill>
  const isLate = Temporal.Instant.compare(row.dueAt, now) < 0
  return <StatePill state={isLate ? 'late' : 'due'}>{sayWhen(row.dueAt, now, zone)}</StatePill>
}
