import type { Pack } from '../../types/pack.ts'
import type { Scalar } from '../../types/value.ts'
import { checkInput, type Fault } from './checks.ts'
import { type EffectsDue, effectsBetween } from './effects.ts'
import { type OpenStep, openIn } from './open.ts'
import { proposalAt } from './proposed.ts'
import { replay } from './replay.ts'
import type { FlowContext, InPart, Run, RunEvent } from './run.ts'
import type { Told } from './tells.ts'
import { eventsOf } from './to-events.ts'

/** What somebody did at a step. */
export type Does =
  | { readonly answers: readonly string[] }
  | { readonly done: true }
  | { readonly notNeeded: true }
  | { readonly second: true }
  | { readonly voice: 'yes' | 'no' }
  /** One of several bodies has answered. */
  | { readonly heard: string }
  | { readonly gaveUp: true }
  | { readonly takenBack: true }
  | { readonly people: readonly InPart[] }

/** Somebody's answer to one step. */
export interface StepInput {
  /** `OpenStep.key`. */
  readonly step: string
  readonly does: Does
  /** Who, and the parties that they are or stand in for; the caller knows who holds which post today. */
  readonly by: { readonly person: string | null; readonly parties: readonly string[] }
  /** An instant. */
  readonly at: string
  /** For not needed, taken back and corrections; a step that is settled is changed only with one. */
  readonly reason?: string
  /** Why the step is taken late, where the policy wants to know. */
  readonly lateBecause?: string
  readonly note?: string
  readonly fields?: Readonly<Record<string, Scalar>>
  /** People named in the answer, with their parts. */
  readonly people?: readonly InPart[]
  readonly witness?: string
  /** The item of evidence with which a step that asks for one is done. */
  readonly item?: string
  /** Who was told, or not and why, as it is written down beside the record. */
  readonly told?: readonly Told[]
  /** The minute of the resolution, when the voice is that of a body. */
  readonly minute?: string
  /** Why each outcome was added to what a table proposes, or left out of it. */
  readonly departed?: Readonly<Record<string, string>>
  /** What somebody counts instead of what the software counted for a column of a table, and why. */
  readonly counts?: Readonly<Record<string, { readonly number: number; readonly because: string }>>
}

/** A step that was taken. */
export interface Taken extends EffectsDue {
  readonly ok: true
  readonly run: Run
  /** What was added to the run's events. */
  readonly events: readonly RunEvent[]
  /** Every step that is open now. */
  readonly open: readonly OpenStep[]
  /** The keys that were not open before. */
  readonly opened: readonly string[]
  readonly ended: boolean
  readonly outcomes: readonly string[]
}

/** Takes one answer: the events that it adds and all that follows from them, or why it cannot be. */
export function answerStep(pack: Pack, run: Run, input: StepInput, context: FlowContext): Taken | Fault {
  const before = replay(pack, run, context)
  const checked = checkInput(pack, run, before, input, context)
  if (!checked.ok) return checked
  return append(
    pack,
    run,
    eventsOf(pack, run, checked.visit, input, proposalAt(checked.visit, before, run, context, input.counts)),
    context,
  )
}

/** Adds events to a run and says what follows. The caller has checked them; `was` is what was known before them. */
export function append(
  pack: Pack,
  run: Run,
  events: readonly RunEvent[],
  context: FlowContext,
  was: FlowContext = context,
): Taken {
  const before = replay(pack, run, was)
  const next: Run = { ...run, events: [...run.events, ...events] }
  const after = replay(pack, next, context)
  const wasOpen = new Set(openIn(before, run, was).map((step) => step.key))
  const open = openIn(after, next, context)
  return {
    ok: true,
    run: next,
    events,
    open,
    opened: open.filter((step) => !step.early && !wasOpen.has(step.key)).map((step) => step.key),
    ended: after.ended,
    outcomes: after.outcomes,
    ...effectsBetween(before, after, next, context),
  }
}

/** Begins a run; its first effects are those of the steps that answer themselves. */
export function startRun(pack: Pack, starts: Run['starts'], context: FlowContext): Taken {
  const run: Run = { starts, events: [] }
  const after = replay(pack, run, context)
  const open = openIn(after, run, context)
  const nothing = { ...after, visits: new Map() }
  return {
    ok: true,
    run,
    events: [],
    open,
    opened: open.filter((step) => !step.early).map((step) => step.key),
    ended: after.ended,
    outcomes: after.outcomes,
    ...effectsBetween(nothing, after, run, context),
  }
}
