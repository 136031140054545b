import type { Pack } from '../../types/pack.ts'
import { wordsOf } from '../words.ts'
import { waysOut } from './chart.ts'
import { type DrawnNode, nodesOf } from './draw-nodes.ts'
import { replay } from './replay.ts'
import type { ChartRef, FlowContext, Run } from './run.ts'
import type { FlowState, Frame, Visit } from './state.ts'

/** The path of a run in ink, and the rest of its charts in pencil. */
export interface Drawing {
  /** One for each chart that was entered, and for each person's own branch. */
  readonly frames: readonly DrawnFrame[]
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
}

export interface DrawnFrame {
  readonly key: string
  readonly chart: ChartRef
  readonly title: string
  readonly branch: string | null
}

export interface DrawnEdge {
  readonly from: string
  readonly to: string
  readonly label: string | null
  readonly taken: boolean
}

/** Draws a run: every step of every chart that it entered, how each stands, and the way that was taken. */
export function drawRun(pack: Pack, run: Run, context: FlowContext, language = 'en'): Drawing {
  const state = replay(pack, run, context)
  const homes = homesOf(state)
  return {
    frames: homes.map((frame) => ({
      key: frame.key,
      chart: frame.chart.ref,
      title: wordsOf(frame.chart.says, language),
      branch: frame.branch,
    })),
    nodes: homes.flatMap((frame) => nodesOf(state, frame, language)),
    edges: homes.flatMap((frame) => [...edgesOf(state, frame, language), ...wayIn(state, frame)]),
  }
}

function homesOf(state: FlowState): Frame[] {
  const homes = new Map<string, Frame>()
  for (const frame of state.frames.values()) if (frame.key === frame.home) homes.set(frame.key, frame)
  for (const { frame } of state.visits.values())
    if (!homes.has(frame.home) && frame.key === frame.home) homes.set(frame.key, frame)
  return [...homes.values()]
}

function edgesOf(state: FlowState, frame: Frame, language: string): DrawnEdge[] {
  const visits = [...state.visits.values()].filter((visit) => visit.frame.home === frame.key)
  return Object.entries(frame.chart.steps).flatMap(([id, step]) => {
    const here = visits.filter((visit) => visit.stepId === id)
    return waysOut(step).map(({ to, answer }) => ({
      from: `${frame.key}:${id}`,
      to: `${frame.key}:${to}`,
      label: 'ask' in step ? labelOf(step.answers.find((one) => one.id === answer)?.says, language) : answer,
      taken: here.some((visit) => wentTo(visit, to, answer)),
    }))
  })
}

const labelOf = (says: Parameters<typeof wordsOf>[0] | undefined, language: string): string | null =>
  says === undefined ? null : wordsOf(says, language)

function wentTo(visit: Visit, to: string, answer: string | null): boolean {
  if (visit.state === 'superseded' || visit.state === 'left' || !visit.led.includes(to)) return false
  if ('ask' in visit.step && visit.by?.kind === 'answered')
    return answer === null ? visit.step.join === to : visit.by.answers.includes(answer)
  if ('ask' in visit.step && visit.by?.kind === 'not_needed') return answer === null
  if ('decision' in visit.step && visit.by?.kind === 'voiced') return answer === visit.by.says
  if ('wait_for' in visit.step) return (visit.by?.kind === 'gave_up') === (answer !== null)
  return true
}

/** The edge from the step that started a chart to the chart's own first step. */
function wayIn(state: FlowState, frame: Frame): DrawnEdge[] {
  const caller = state.visits.get(frame.key.slice(0, Math.max(0, frame.key.lastIndexOf('.'))))
  if (caller === undefined) return []
  const from = `${caller.frame.home}:${caller.stepId}`
  return [{ from, to: `${frame.key}:${frame.chart.start}`, label: frame.branch, taken: caller.state !== 'superseded' }]
}
