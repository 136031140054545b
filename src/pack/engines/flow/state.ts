import type { Step } from '../../types/step.ts'
import type { Awaited } from './awaited.ts'
import type { Chart } from './chart.ts'
import type { StepEvent } from './run.ts'

/** One running of a chart, or of one branch of it. */
export interface Frame {
  readonly key: string
  readonly chart: Chart
  /** The frame whose picture this one belongs to: itself, save for branches that run side by side in one chart. */
  readonly home: string
  readonly branch: string | null
}

/**
 * How a visited step stands. `passed`: it answers itself · `not_applicable`: its condition is not met · `running`: the
 * procedures that it started are · `left`: the case moved elsewhere before it was done · `superseded`: a correction
 * took the path away from it; what was recorded stays.
 */
export type VisitState =
  | 'open'
  | 'done'
  | 'not_needed'
  | 'passed'
  | 'not_applicable'
  | 'running'
  | 'left'
  | 'superseded'

/** What an open step still waits for beside its answer. */
export type StillNeeds = 'answer' | 'people' | 'second_person' | 'more_voices' | `party/${string}` | string

/** One visit to a step. */
export interface Visit {
  readonly key: string
  readonly frame: Frame
  readonly stepId: string
  readonly step: Step
  readonly state: VisitState
  /** Since when the step has been reached. */
  readonly since: string
  /** What settled it, or the last thing recorded about it. */
  readonly by: StepEvent | null
  /** The ids of the steps that it led to. */
  readonly led: readonly string[]
  readonly stillNeeds: readonly StillNeeds[]
  /** For a wait for several bodies: which, and who has answered. */
  readonly awaits?: Awaited
}

/** Everything that follows from a run's events. */
export interface FlowState {
  /** In the order of the path. */
  readonly visits: ReadonlyMap<string, Visit>
  readonly frames: ReadonlyMap<string, Frame>
  /** No step is open and every path has come to its end. */
  readonly ended: boolean
  /** The outcomes of the ends that were reached. */
  readonly outcomes: readonly string[]
}
