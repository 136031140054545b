import { sayDue, sayLate } from '#core/calendar/say-date.ts'
import { StatePill } from './state-pill.tsx'

export interface DuePillProps {
  readonly row: { readonly state: string; readonly stepDue: Temporal.Instant | null }
  readonly now: Temporal.Instant
  readonly zone: string
}

/** How something stands that runs in steps: closed, or open and how its next step does. */
export function DuePill({ row: { state, stepDue }, now, zone }: DuePillProps) {
  if (state === 'closed') return <StatePill state="kept">Closed</StatePill>
  if (state === 'voided') return <StatePill state="none">Voided</StatePill>
  if (stepDue === null) return <StatePill state="due">Open</StatePill>
  return Temporal.Instant.compare(stepDue, now) < 0 ? (
    <StatePill state="late">{sayLate(stepDue, now, zone)}</StatePill>
  ) : (
    <StatePill state="due">{sayDue(stepDue, now, zone)}</StatePill>
  )
}
