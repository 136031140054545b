import type { StandingState } from '#areas/policy/index.ts'
import type { MeasureStanding } from '#pack/engines/measures/measure-stands.ts'
import type { Measure } from '#pack/types/measure.ts'

/** What somebody stated of a measure at one school. */
export interface StoredCheck {
  readonly id: string
  readonly measure: string
  readonly schoolId: string
  readonly at: Temporal.Instant
  readonly holds: boolean
  readonly proof: string
  readonly said: string
  /** The values as they were set in the other system, by their names in the pack. */
  readonly asSet: Readonly<Record<string, string>>
  readonly by: string
  readonly party: string
  readonly standsIn: boolean
}

/** How a measure stands at one school. */
export interface AtSchool {
  readonly schoolId: string
  readonly school: string
  /** As it holds at this school. */
  readonly measure: Measure
  readonly standing: MeasureStanding
}

/** A measure of the policy with how it stands at every school, and as a whole: as its worst school does. */
export interface KnownMeasure {
  readonly id: string
  readonly measure: Measure
  readonly at: readonly AtSchool[]
  readonly state: StandingState
  /** The schools that make it stand so. */
  readonly worst: readonly AtSchool[]
}
