import type { Pack } from '../../types/pack.ts'
import type { Step } from '../../types/step.ts'
import { chartOf, flowRef } from './chart.ts'
import type { Log } from './log.ts'
import { type FlowContext, type InPart, namedAt, peopleOf, type Run } from './run.ts'
import { scopeIn } from './scope.ts'
import { settleStep } from './settle.ts'
import type { Frame, Visit } from './state.ts'

/** What a walk carries with it. One walk computes the state of one run. */
export interface Walk {
  readonly pack: Pack
  readonly run: Run
  readonly log: Log
  readonly context: FlowContext
  readonly people: readonly InPart[]
  readonly visits: Map<string, Visit>
  readonly frames: Map<string, Frame>
  readonly outcomes: string[]
  /** What is left of the steps that one walk may take: a chart that turns in a circle by itself must not hang. */
  budget: number
}

/** How a stretch of path came out, and the time of the last thing on it. */
export interface Outcome {
  readonly kind: 'open' | 'joined' | 'ended'
  readonly since: string
}

/** Starts a walk. */
export const newWalk = (pack: Pack, run: Run, log: Log, context: FlowContext): Walk => ({
  pack,
  run,
  log,
  context,
  people: peopleOf(run),
  visits: new Map(),
  frames: new Map(),
  outcomes: [],
  budget: 5000,
})

/** Walks a frame from a step until something is open, its stop is reached, or it ends. */
export function walkPath(walk: Walk, frame: Frame, from: string, stop: string | null, since: string): Outcome {
  if (frame.key.split('.').length > DEEPEST) return { kind: 'open', since }
  walk.frames.set(frame.key, frame)
  const counts = new Map<string, number>()
  let at = from
  let time = since
  let open = false
  while (at !== 'end' && at !== stop) {
    const step = frame.chart.steps[at]
    if (step === undefined) break
    walk.budget -= 1
    if (walk.budget < 0) return { kind: 'open', since: time }
    const key = visitKey(frame, at, (counts.get(at) ?? 0) + 1)
    counts.set(at, (counts.get(at) ?? 0) + 1)
    // Its place in the order comes first, before those of the steps that it starts.
    walk.visits.set(key, placeholder(frame, key, at, step, time))
    const {
      visit,
      next,
      after,
      ends,
      open: inside = false,
    } = settleStep(walk, { frame, key, stepId: at, step, since: time })
    walk.visits.set(key, visit)
    const isOpen = inside || visit.state === 'open' || visit.state === 'running'
    open ||= isOpen
    time = after
    if (ends || next === null) return { kind: open ? 'open' : 'ended', since: time }
    // Past an open step the path goes on only where somebody has been already: what was done there still holds.
    if (isOpen && !beenThere(walk, frame, next, counts)) return { kind: 'open', since: time }
    at = next
  }
  return { kind: open ? 'open' : at === stop && stop !== 'end' ? 'joined' : 'ended', since: time }
}

// Procedures that call one another in a circle by themselves must not run out of stack.
const DEEPEST = 60

const placeholder = (frame: Frame, key: string, stepId: string, step: Step, since: string): Visit => ({
  key,
  frame,
  stepId,
  step,
  state: 'running',
  since,
  by: null,
  led: [],
  stillNeeds: [],
})

/** The key of the nth visit to a step of a frame; safe in a URL. */
export const visitKey = (frame: Frame, stepId: string, nth: number): string => `${frame.key}:${stepId}:${nth}`

/** A frame inside another: a procedure that a step started, or a branch of the same one. */
export function innerFrame(walk: Walk, outer: Frame, name: string, flow: string | null, branch: string | null): Frame {
  const key = branch === null || branch === outer.branch ? name : `${name}~${branch}`
  if (flow === null) return { key, chart: outer.chart, home: outer.home, branch: outer.branch }
  return { key, chart: chartOf(walk.pack, flowRef(flow)), home: key, branch: branch ?? outer.branch }
}

/** Judges an expression where a step stands. */
export const judged = (walk: Walk, frame: Frame, expression: string) =>
  walk.context.judge(expression, scopeIn(walk.visits, walk.log.fieldsOf(frame.branch), walk.people, frame))

/** Whom a `for_each` runs for, and since when. */
export function turnsOf(
  walk: Walk,
  each: { readonly person_with: readonly string[] } | { readonly row: string },
  since: string,
): { readonly branch: string; readonly since: string }[] {
  if ('row' in each) return (walk.context.rows[each.row] ?? []).map((branch) => ({ branch, since }))
  const people = walk.people.filter((one) => each.person_with.includes(one.part)).map((one) => one.person)
  return [...new Set(people)].map((branch) => ({
    branch,
    since: later(since, namedAt(walk.run, branch, each.person_with)),
  }))
}

/** The later of two instants. */
export const later = (a: string, b: string): string =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) >= 0 ? a : b

function beenThere(walk: Walk, frame: Frame, next: string, counts: ReadonlyMap<string, number>): boolean {
  const step = frame.chart.steps[next]
  if (step === undefined) return false
  if (walk.log.touched(visitKey(frame, next, (counts.get(next) ?? 0) + 1))) return true
  // A step that answers itself leaves no trace; look behind it.
  return 'branch' in step && step.branch.some((one) => beenThere(walk, frame, one.next, counts))
}
