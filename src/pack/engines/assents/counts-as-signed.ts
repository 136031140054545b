import type { Assent } from '../../types/assent.ts'

/** An asking as it is stored. */
export interface AskingState {
  readonly state: string
  readonly valid_until: string | null
}

/**
 * Whether an asking counts as signed now. Not answered is unknown, unless silence is a no: what is asked for a yes then stays
 * shut for certain.
 */
export function countsAsSigned(
  asking: AskingState,
  assent: Assent | undefined,
  now: Temporal.Instant,
): boolean | undefined {
  const until = asking.valid_until
  const lapsed = until !== null && Temporal.Instant.compare(Temporal.Instant.from(until), now) < 0
  if (asking.state === 'signed' && !lapsed) return true
  if (asking.state === 'refused' || asking.state === 'withdrawn') return false
  return assent?.silence === 'no' ? false : undefined
}
