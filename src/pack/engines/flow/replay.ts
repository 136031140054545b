import type { Pack } from '../../types/pack.ts'
import { chartOf, flowRef } from './chart.ts'
import { logOf } from './log.ts'
import type { FlowContext, Run, StepEvent } from './run.ts'
import { leave, runFlows } from './settle-inner.ts'
import type { FlowState, Frame, Visit } from './state.ts'
import { innerFrame, newWalk, type Outcome, type Walk, walkPath } from './walk.ts'

/** Computes how a run stands from its events and the pack alone. */
export function replay(pack: Pack, run: Run, context: FlowContext): FlowState {
  const log = logOf(run)
  const walk = newWalk(pack, run, log, context)
  const outcome = walkRoot(walk)
  for (const [key, events] of log.byStep) if (!walk.visits.has(key)) keepAside(walk, key, events)
  return {
    visits: walk.visits,
    frames: walk.frames,
    outcomes: walk.outcomes,
    ended: outcome.kind !== 'open',
  }
}

function walkRoot(walk: Walk): Outcome {
  const { chart: ref, at } = walk.run.starts
  if (ref.startsWith('flow/')) return runFlows(walk, 'root', null, ref, at)
  const chart = chartOf(walk.pack, ref)
  const root: Frame = { key: chart.id, chart, home: chart.id, branch: null }
  const outcome = walkPath(walk, root, chart.start, null, at)
  // A case may move to a procedure while none is running: it then runs beside the record's own steps.
  let side: Outcome | null = null
  for (const move of walk.log.moves.filter((one) => one.under === 'root')) {
    leave(walk, 'root.m')
    const frame = innerFrame(walk, root, `root.m${move.seq}-${flowRef(move.to).slice(5)}`, move.to, null)
    side = walkPath(walk, frame, frame.chart.start, null, move.at)
  }
  const again = walk.log.reopenings.map(({ seq, goesOnAt, at: since }) => {
    // The record's own chart once more, from the step at which it goes on: each has its time anew.
    const key = `${chart.id}.r${seq}-${chart.id}`
    return walkPath(walk, { key, chart, home: key, branch: null }, goesOnAt, null, since)
  })
  return [...again, ...(side === null ? [] : [side])].find((one) => one.kind === 'open') ?? outcome
}

// Recorded, but no longer on the path: an emergency step taken before its turn, or what a correction left behind.
function keepAside(walk: Walk, key: string, events: readonly StepEvent[]): void {
  const last = events.findLast((one) => one.kind !== 'seconded' && one.kind !== 'voiced') ?? events.at(-1)
  if (last === undefined) return
  const chart = chartOf(walk.pack, last.chart)
  const step = chart.steps[last.stepId]
  if (step === undefined) return
  const frameKey = key.slice(0, key.lastIndexOf(`:${last.stepId}:`))
  const frame = walk.frames.get(frameKey) ?? {
    key: frameKey,
    chart,
    home: homeOf(frameKey, chart.id),
    branch: last.branch,
  }
  const early = last.early === true && last.kind === 'done'
  const visit: Visit = {
    key,
    frame,
    stepId: last.stepId,
    step,
    state: early ? 'done' : 'superseded',
    since: last.at,
    by: last,
    led: [],
    stillNeeds: [],
  }
  walk.visits.set(key, visit)
}

// A branch that runs beside others in one chart belongs to that chart's picture; a procedure has a picture of its own.
function homeOf(frameKey: string, chartId: string): string {
  const cut = frameKey.lastIndexOf('.')
  const name = frameKey.slice(cut + 1).split('~')[0] ?? ''
  if (cut < 0 || name === chartId || name.endsWith(`-${chartId}`)) return frameKey
  const starter = frameKey.slice(0, cut).split(':').slice(0, -2).join(':')
  return homeOf(starter, chartId)
}
