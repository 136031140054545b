import { sayDue, sayLate } from '#core/calendar/say-date.ts'
import { StatePill } from '#ui/state-pill/state-pill.tsx'

export interface IncidentStandingProps {
  readonly row: { readonly state: string; readonly stepDue: Temporal.Instant | null }
  readonly now: Temporal.Instant
  readonly zone: string
}

/** How a case stands: closed, or open and how its next step does. */
export function IncidentStanding({ row: { state, stepDue }, now, zone }: IncidentStandingProps) {
  if (state === 'closed') return <StatePill state="kept">Closed</StatePill>
  if (state === 'voided') return <StatePill state="none">Voided</StatePill>
  if (stepDue === null) return <StatePill state="due">Open</StatePill>
  return Temporal.Instant.compare(stepDue, now) < 0 ? (
    <StatePill state="late">{sayLate(stepDue, now, zone)}</StatePill>
  ) : (
    <StatePill state="due">{sayDue(stepDue, now, zone)}</StatePill>
  )
}
