import { chartOf, waysOut } from '#pack/engines/flow/chart.ts'
import { replay } from '#pack/engines/flow/replay.ts'
import type { ChartRef } from '#pack/engines/flow/run.ts'
import type { Visit } from '#pack/engines/flow/state.ts'
import type { WayOver } from '#pack/types/flow.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Walk } from '../record-walk.ts'

/** Every edge of the charts that a pack draws for its cases. */
export function edgesOf(pack: Pack): string[] {
  return chartsOf(pack).flatMap((ref) => {
    const { steps, waysOver } = chartOf(pack, ref)
    const within = Object.entries(steps).flatMap(([id, step]) =>
      waysOut(step).map(({ to, answer }) => edge(ref, id, to, answer)),
    )
    return [...within, ...waysOver.map((way) => over(ref, way))]
  })
}

function chartsOf(pack: Pack): ChartRef[] {
  const flows = Object.keys(pack.flows).map((id) => `flow/${id}` as const)
  return ['record/incident', ...flows.filter((ref) => runsInCases(pack, ref))]
}

const runsInCases = (pack: Pack, ref: ChartRef): boolean =>
  pack.flows[ref.slice('flow/'.length)]?.in.includes('record/incident') === true

const edge = (ref: ChartRef, step: string, to: string, answer: string | null): string =>
  answer === null ? `${ref}#${step}>${to}` : `${ref}#${step}=${answer}`

/** The edges on which a chart ends, with an outcome of its own or by going back to where it was called. */
export function endsOf(pack: Pack): string[] {
  return chartsOf(pack).flatMap((ref) => {
    const { steps } = chartOf(pack, ref)
    const isEnd = (to: string): boolean => {
      const step = steps[to]
      return step === undefined || 'end' in step || 'goto' in step
    }
    return Object.entries(steps).flatMap(([id, step]) =>
      waysOut(step)
        .filter(({ to }) => isEnd(to))
        .map(({ to, answer }) => edge(ref, id, to, answer)),
    )
  })
}

/** A way from a chart over to another. */
export const over = (ref: ChartRef, { id }: WayOver): string => `${ref}~${id}`

/** The edges that a walk has gone along. */
export function walked({ pack, run, context }: Walk): Set<string> {
  const visits = [...replay(pack, run, context).visits.values()]
  return new Set(visits.flatMap((visit) => taken(visit, visits)))
}

function taken(visit: Visit, visits: readonly Visit[]): string[] {
  const { step, stepId, frame, led, by, state } = visit
  if (state === 'open' || state === 'left' || state === 'superseded') return []
  const answers = by !== null && by.kind === 'answered' ? by.answers : []
  const reached = (to: string): boolean =>
    to === 'end' || led.includes(to) || visits.some((one) => one.stepId === to && one.frame.home === frame.home)
  return waysOut(step)
    .filter(({ to, answer }) =>
      'ask' in step && answer !== null ? answers.includes(answer) : chosen(visit, to) && reached(to),
    )
    .map(({ to, answer }) => edge(frame.chart.ref, stepId, to, answer))
}

// A fork goes every way and on to where they meet; a turning goes one way only.
const chosen = ({ step, led }: Visit, to: string): boolean =>
  !('branch' in step || 'decision' in step) || led.includes(to)
