import type { Effect } from '../../types/effect.ts'
import { logOf } from './log.ts'
import { type ChartRef, type FlowContext, peopleOf, type Run } from './run.ts'
import { scopeIn } from './scope.ts'
import type { FlowState, Visit } from './state.ts'

/** An effect that a step has, for the caller to carry out. */
export interface RunEffect {
  /** The same for the same effect of the same visit, so that it is carried out once. */
  readonly key: string
  readonly effect: Effect
  readonly step: string
  readonly stepId: string
  readonly chart: ChartRef
  /** The person whose branch it is: whom `person` means in the effect. */
  readonly branch: string | null
}

/** What follows from a change. */
export interface EffectsDue {
  readonly effects: readonly RunEffect[]
  /** Effects of steps that a correction took off the path: a person has to look at what was done. */
  readonly reversed: readonly RunEffect[]
  /** Effects whose condition could not be decided: they are not carried out, and are shown. */
  readonly undecided: readonly RunEffect[]
}

/** The effects that are due after a change and were not before. */
export function effectsBetween(before: FlowState, after: FlowState, run: Run, context: FlowContext): EffectsDue {
  const was = effectsIn(before, run, context)
  const now = effectsIn(after, run, context)
  const had = new Set(was.due.map((one) => one.key))
  const has = new Set(now.due.map((one) => one.key))
  const wondered = new Set(was.undecided.map((one) => one.key))
  return {
    effects: now.due.filter((one) => !had.has(one.key)),
    reversed: was.due.filter((one) => !has.has(one.key)),
    undecided: now.undecided.filter((one) => !wondered.has(one.key)),
  }
}

function effectsIn(state: FlowState, run: Run, context: FlowContext) {
  const due: RunEffect[] = []
  const undecided: RunEffect[] = []
  const log = logOf(run)
  const people = peopleOf(run)
  for (const visit of state.visits.values()) {
    for (const one of effectsOf(visit)) {
      const { when } = one.effect
      const verdict =
        when === undefined
          ? 'yes'
          : context.judge(when, scopeIn(state.visits, log.fieldsOf(visit.frame.branch), people, visit.frame))
      if (verdict === 'yes') due.push(one)
      if (verdict === 'unknown') undecided.push(one)
    }
  }
  return { due, undecided }
}

function effectsOf(visit: Visit): RunEffect[] {
  if (visit.state !== 'done' && visit.state !== 'passed') return []
  if (visit.by?.kind === 'voiced' && visit.by.says === 'no') return []
  const { step, by } = visit
  const chosen =
    'ask' in step && by?.kind === 'answered' ? step.answers.filter((one) => by.answers.includes(one.id)) : []
  const own = step.effects.map((effect, index) => ({ effect, name: String(index) }))
  const theirs = chosen.flatMap((one) => one.effects.map((effect, index) => ({ effect, name: `${one.id}-${index}` })))
  return [...own, ...theirs].map(({ effect, name }) => ({
    key: `${visit.key}#${name}`,
    effect,
    step: visit.key,
    stepId: visit.stepId,
    chart: visit.frame.chart.ref,
    branch: visit.frame.branch,
  }))
}
