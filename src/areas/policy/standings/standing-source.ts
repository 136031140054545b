import type { Tx } from '#platform/database/tx.ts'
import type { PolicyInForce } from '../queries/policy-in-force.ts'

export type StandingState = 'kept' | 'due' | 'late' | 'broken' | 'none' | 'published'
export type StandingProof = 'enforced' | 'proved' | 'attested'

/** How one control stands, as its area computes it. */
export interface ControlStanding {
  readonly state: StandingState
  /** How it is known; only for `kept`. */
  readonly proof: StandingProof | null
  /** One sentence with the figures, without names: "311 of 330 pupils have signed; 19 are late." */
  readonly says: string
  /** Since when it stands so, or by when it must be done. */
  readonly since?: Temporal.Instant
  /** When it will change by itself, for instance when something falls due. */
  readonly changesAt?: Temporal.Instant
  readonly counts?: Readonly<Record<string, number>>
}

/** An area that answers for controls. It runs as the system, with a fixed number of queries whatever the number of refs. */
export interface StandingSource {
  /** The kinds of control it answers for: the first part of a reference such as `assent/pupil_rules`. */
  readonly kinds: readonly string[]
  standings(tx: Tx, policy: PolicyInForce, refs: readonly string[]): Promise<ReadonlyMap<string, ControlStanding>>
}
