import type { Scalar } from '../../types/value.ts'
import {
  type Answered,
  type Done,
  type GaveUp,
  type Heard,
  isStepEvent,
  type Moved,
  type NotNeeded,
  type Reopened,
  type Run,
  type Seconded,
  type StepEvent,
  type TakenBack,
  type Voiced,
} from './run.ts'

/** What settles a step. */
export type Settling = Answered | Done | NotNeeded | GaveUp

/** A run's events, ready to be asked about a step. */
export interface Log {
  readonly moves: readonly Moved[]
  readonly reopenings: readonly Reopened[]
  /** Whether anything was ever recorded at a visit or inside what it started. */
  touched(key: string): boolean
  /** What settles a visit now; null when nothing did, or it was taken back. */
  settled(key: string): Settling | null
  seconds(key: string, after: number): readonly Seconded[]
  voices(key: string): readonly Voiced[]
  /** The answers of bodies that a step waits for, since it was last taken back. */
  heard(key: string): readonly Heard[]
  /** Every step event by visit, in order. */
  readonly byStep: ReadonlyMap<string, readonly StepEvent[]>
  /** The latest of each field, as a branch sees them: its own and those of the whole record. */
  fieldsOf(branch: string | null): Readonly<Record<string, Scalar>>
}

/** Reads a run's events. */
export function logOf(run: Run): Log {
  const byStep = new Map<string, StepEvent[]>()
  for (const event of run.events.filter(isStepEvent)) byStep.set(event.step, [...(byStep.get(event.step) ?? []), event])
  const at = (key: string): readonly StepEvent[] => byStep.get(key) ?? []
  return {
    byStep,
    moves: run.events.filter((event) => event.kind === 'moved'),
    reopenings: run.events.filter((event) => event.kind === 'reopened'),
    touched: (key) => [...byStep.keys()].some((one) => one === key || one.startsWith(`${key}.`)),
    settled: (key) => {
      const last = at(key).findLast(isSettling)
      return last === undefined || last.kind === 'taken_back' ? null : last
    },
    seconds: (key, after) => at(key).filter((one) => one.kind === 'seconded' && one.seq > after) as Seconded[],
    voices: (key) => {
      const since = at(key).findLast((one) => one.kind === 'taken_back')?.seq ?? 0
      return at(key).filter((one) => one.kind === 'voiced' && one.seq > since) as Voiced[]
    },
    heard: (key) => {
      const since = at(key).findLast((one) => one.kind === 'taken_back')?.seq ?? 0
      return at(key).flatMap((one) => (one.kind === 'heard' && one.seq > since ? [one] : []))
    },
    fieldsOf: (branch) =>
      Object.assign(
        {},
        ...run.events
          .filter(isStepEvent)
          .filter((event) => event.branch === null || event.branch === branch)
          .map((event) => event.fields ?? {}),
      ),
  }
}

const isSettling = (event: StepEvent): event is Settling | TakenBack =>
  event.kind !== 'seconded' && event.kind !== 'voiced' && event.kind !== 'heard'
