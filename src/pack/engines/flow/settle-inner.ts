import type { CallStep, ForEachStep, GotoStep, ParallelStep } from '../../types/step.ts'
import { idOf } from './chart.ts'
import { type Place, type Settled, settled, stillOpen, visitOf } from './settle.ts'
import type { Frame } from './state.ts'
import { innerFrame, later, type Outcome, turnsOf, type Walk, walkPath } from './walk.ts'

/** Branches of one chart at the same time. */
export function sideBySide(
  walk: Walk,
  place: Place,
  branches: readonly { readonly name: string; readonly from: string }[],
  join: string | null,
  since: string,
): { readonly open: boolean; readonly joined: boolean; readonly since: string } {
  const outcomes = branches.map(({ name, from }) =>
    walkPath(walk, innerFrame(walk, place.frame, `${place.key}.${name}`, null, null), from, join, since),
  )
  return {
    open: outcomes.some((one) => one.kind === 'open'),
    joined: outcomes.some((one) => one.kind === 'joined'),
    since: latest(outcomes, since),
  }
}

export function settleParallel(walk: Walk, place: Place, step: ParallelStep): Settled {
  const branches = step.parallel.map((id) => ({ name: id, from: id }))
  const inner = sideBySide(walk, place, branches, step.join, place.since)
  const visit = visitOf(place, inner.open ? 'running' : 'passed', null, step.parallel, [])
  if (inner.open) return { visit, next: step.join, after: inner.since, ends: false }
  return { visit, next: inner.joined ? step.join : null, after: inner.since, ends: !inner.joined }
}

export function settleEach(walk: Walk, place: Place, step: ForEachStep): Settled {
  const turns = turnsOf(walk, step.for_each, place.since)
  // Nobody named is not the same as everybody done: the step stays open until somebody is.
  if (turns.length === 0) return stillOpen(place, step.next, ['people'])
  const outcomes = turns.map(({ branch, since }) => {
    const frame = innerFrame(walk, place.frame, `${place.key}.${idOf(step.run)}`, step.run, branch)
    return walkPath(walk, frame, frame.chart.start, null, since)
  })
  return around(place, outcomes, step.next)
}

export function settleCall(walk: Walk, place: Place, step: CallStep): Settled {
  const by = walk.log.settled(place.key)
  if (by?.kind === 'not_needed') return settled(place, 'not_needed', step.next, by)
  const outcome = runFlows(walk, place.key, place.frame, step.call, place.since)
  return around(place, [outcome], step.next)
}

export function settleGoto(walk: Walk, place: Place, step: GotoStep): Settled {
  const outcome = runFlows(walk, place.key, place.frame, step.goto, place.since)
  const open = outcome.kind === 'open'
  const visit = visitOf(place, open ? 'running' : 'passed', null, [], [])
  return { visit, next: null, after: outcome.since, ends: true }
}

/** Runs a procedure, and each that the case was moved to in its place; the last one decides. */
export function runFlows(walk: Walk, key: string, outer: Frame | null, flow: string, since: string): Outcome {
  const first = innerFrame(walk, outer ?? ROOT, outer === null ? idOf(flow) : `${key}.${idOf(flow)}`, flow, null)
  let outcome = walkPath(walk, first, first.chart.start, null, since)
  for (const move of walk.log.moves) {
    if (move.leaves.includes(key)) {
      leave(walk, first.key)
      leave(walk, `${key}.m`)
      outcome = { kind: 'ended', since: move.at }
    }
    if (move.under === key) {
      const frame = innerFrame(walk, outer ?? ROOT, `${key}.m${move.seq}-${idOf(move.to)}`, move.to, null)
      outcome = walkPath(walk, frame, frame.chart.start, null, move.at)
    }
  }
  return outcome
}

// Only its branch is read of an outer frame; the first procedure of a run has none.
const ROOT: Frame = {
  key: '',
  home: '',
  branch: null,
  chart: { ref: 'flow/none', id: 'none', start: 'end', steps: {}, by: null, filesNever: false, waysOver: [], says: '' },
}

/** What was open stays in the history as left. */
export function leave(walk: Walk, prefix: string): void {
  for (const [key, visit] of walk.visits)
    if (key.startsWith(prefix) && (visit.state === 'open' || visit.state === 'running'))
      walk.visits.set(key, { ...visit, state: 'left' })
}

function around(place: Place, outcomes: readonly Outcome[], next: string): Settled {
  const open = outcomes.some((one) => one.kind === 'open')
  const since = latest(outcomes, place.since)
  const visit = visitOf(place, open ? 'running' : 'passed', null, open ? [] : [next], [])
  return { visit, next, after: since, ends: false }
}

const latest = (outcomes: readonly Outcome[], since: string): string =>
  outcomes.reduce((last, one) => later(last, one.since), since)
