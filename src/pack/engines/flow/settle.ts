import type { Step } from '../../types/step.ts'
import { appliesOf } from '../tables/applied.ts'
import { settleWait } from './awaited.ts'
import type { Settling } from './log.ts'
import { settleDecision } from './settle-decision.ts'
import { settleCall, settleEach, settleGoto, settleParallel, sideBySide } from './settle-inner.ts'
import type { Frame, StillNeeds, Visit, VisitState } from './state.ts'
import { judged, type Walk } from './walk.ts'
import { whatIsMissing } from './witnesses.ts'

/** A step that a walk has come to. */
export interface Place {
  readonly frame: Frame
  readonly key: string
  readonly stepId: string
  readonly step: Step
  readonly since: string
}

/** How a step stands, and where the path goes on from it. */
export interface Settled {
  readonly visit: Visit
  readonly next: string | null
  readonly after: string
  /** The path ends here, whatever the chart says further on. */
  readonly ends: boolean
  /** Something inside is open although the step itself is not. */
  readonly open?: boolean
}

/** Settles one step from what was recorded. */
export function settleStep(walk: Walk, place: Place): Settled {
  const { step, frame } = place
  const past = whenNotApplicable(step)
  if (step.when !== undefined && past !== null && judged(walk, frame, step.when) === 'no')
    return settled(place, 'not_applicable', past)
  if ('ask' in step) return settleAsk(walk, place, step)
  // A runnable pack has a question in its place, with the outcomes of the table as its answers.
  if ('table' in step) return stillOpen(place, null, ['answer'])
  if ('do' in step) return settleWork(walk, place, step.next, step.next)
  if ('wait_for' in step) return settleWait(walk, place, step)
  if ('decision' in step) return settleDecision(walk, place, step)
  if ('for_each' in step) return settleEach(walk, place, step)
  if ('parallel' in step) return settleParallel(walk, place, step)
  if ('call' in step) return settleCall(walk, place, step)
  if ('goto' in step) return settleGoto(walk, place, step)
  if ('end' in step) {
    walk.outcomes.push(step.outcome)
    return { ...settled(place, 'passed', null), ends: true }
  }
  const chosen = step.branch.find((one) => judged(walk, frame, one.when) === 'yes')
  return settled(place, 'passed', chosen?.next ?? step.else)
}

// A question or a decision without a way past it is asked, whatever its condition.
function whenNotApplicable(step: Step): string | null {
  if ('ask' in step) return step.skip_to ?? null
  if ('parallel' in step) return step.join
  return 'next' in step && !('decision' in step) ? step.next : null
}

/** A settled step. */
export function settled(place: Place, state: VisitState, next: string | null, by: Settling | null = null): Settled {
  const visit = visitOf(place, state, by, next === null ? [] : [next], [])
  return { visit, next, after: by?.at ?? place.since, ends: false }
}

/** An open step; `next` is where it will lead when that is certain, so that the walk may look behind it. */
export function stillOpen(
  place: Place,
  next: string | null,
  stillNeeds: readonly StillNeeds[],
  by: Settling | null = null,
): Settled {
  return { visit: visitOf(place, 'open', by, [], stillNeeds), next, after: by?.at ?? place.since, ends: false }
}

/** The visit to a place. */
export const visitOf = (
  place: Place,
  state: VisitState,
  by: Visit['by'],
  led: readonly string[],
  stillNeeds: readonly StillNeeds[],
): Visit => ({
  key: place.key,
  frame: place.frame,
  stepId: place.stepId,
  step: place.step,
  state,
  since: place.since,
  by,
  led,
  stillNeeds,
})

/** Settles work: done, not needed, or waiting for a second one. `otherwise` is where giving up leads. */
export function settleWork(walk: Walk, place: Place, next: string, otherwise: string): Settled {
  const by = walk.log.settled(place.key)
  if (by === null) return stillOpen(place, next, ['answer'])
  if (by.kind === 'not_needed') return settled(place, 'not_needed', next, by)
  const missing = whatIsMissing(walk, place, by)
  if (missing.length > 0) return stillOpen(place, next, missing, by)
  return settled(place, 'done', by.kind === 'gave_up' ? otherwise : next, by)
}

function settleAsk(walk: Walk, place: Place, step: Extract<Step, { ask: unknown }>): Settled {
  const by = walk.log.settled(place.key)
  if (by === null) return stillOpen(place, null, ['answer'])
  if (by.kind === 'not_needed') return settled(place, 'not_needed', step.skip_to ?? 'end', by)
  const missing = whatIsMissing(walk, place, by)
  if (missing.length > 0) return stillOpen(place, null, missing, by)
  const chosen = by.kind === 'answered' ? step.answers.filter((one) => by.answers.includes(one.id)) : []
  const [only, ...more] = chosen
  if (only === undefined && by.kind === 'answered' && appliesOf(step) !== null)
    return settled(place, 'done', step.join ?? 'end', by)
  if (only === undefined) return stillOpen(place, null, ['answer'], by)
  if (step.join === undefined && more.length === 0) return settled(place, 'done', only.next, by)
  // Several answers hold: their branches run side by side. What was answered is done even while they run.
  const from = chosen.map((one) => ({ name: one.id, from: one.next }))
  const visit = visitOf(place, 'done', by, [...new Set(chosen.map((one) => one.next))], [])
  walk.visits.set(place.key, visit)
  const inner = sideBySide(walk, place, from, step.join ?? null, by.at)
  return inner.open
    ? { visit, next: step.join ?? null, after: inner.since, ends: false, open: true }
    : { visit, next: inner.joined ? (step.join ?? null) : null, after: inner.since, ends: !inner.joined }
}
