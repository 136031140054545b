import type { StandingState } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { KnownMeasure } from './known.ts'
import { sayHolder, sayValues } from './say.ts'
import { lastChecked, nextDue, sayStanding } from './say-standing.ts'

/** A measure as the list draws it. */
export interface MeasureLine {
  readonly id: string
  readonly title: string
  readonly holder: string
  readonly values: string
  readonly state: StandingState
  readonly says: string
  readonly checked: Temporal.Instant | null
  readonly next: Temporal.Instant | null
  readonly clauses: readonly string[]
}

/** A measure with its words. */
export const lineOf = (pack: Pack, known: KnownMeasure, now: Temporal.Instant, zone: string): MeasureLine => ({
  id: known.id,
  title: textOf(known.measure.says),
  holder: sayHolder(pack, known.measure),
  values: sayValues(known.measure),
  state: known.state,
  says: sayStanding(known, now, zone),
  checked: lastChecked(known),
  next: nextDue(known),
  clauses: known.measure.clauses,
})
