import { layOut } from '#areas/records/index.ts'
import type { Place } from '#pack/edit/place.ts'
import { stepsInOrder } from '#pack/edit/steps-order.ts'
import { waysOut } from '#pack/engines/flow/chart.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Step } from '#pack/types/step.ts'
import type { FlowChartProps } from '#ui/flow-chart/flow-chart.tsx'
import { sayStep } from './forms/options.ts'

/** The chart of a procedure as it is written, nobody having walked it; null where a part has no steps. */
export function chartOf(pack: Pack, place: Place): Omit<FlowChartProps, 'id'> | null {
  const [holder, id = ''] = place
  const procedure =
    place.length !== 2
      ? undefined
      : holder === 'flows'
        ? pack.flows[id]
        : holder === 'records'
          ? pack.records[id]
          : undefined
  if (procedure === undefined || Object.keys(procedure.steps).length === 0) return null
  const words = new Words(pack, pack.pack.language)
  const ids = stepsInOrder(procedure.steps, procedure.start)
  const nodes = [...ids, 'end'].map((step) => ({
    id: step,
    frame: 'all',
    stepId: step,
    label: step === 'end' ? 'End' : sayStep(words, procedure.steps[step]),
    kind: kindOf(procedure.steps[step]),
    state: 'later' as const,
    visit: null,
    optional: false,
    answered: null,
    was: null,
  }))
  const edges = ids.flatMap((from) => {
    const step = procedure.steps[from]
    return step === undefined
      ? []
      : waysOut(step).map(({ to, answer }) => ({ from, to, label: labelOf(words, step, answer), taken: false }))
  })
  const title = words.whole(procedure.says)
  const frame = { key: 'all', chart: `${holder === 'flows' ? 'flow' : 'record'}/${id}` as const, title, branch: null }
  const [chart] = layOut({ frames: [frame], nodes, edges })
  if (chart === undefined) return null
  return {
    title,
    description: `${ids.length} steps, from “${sayStep(words, procedure.steps[ids[0] ?? ''])}”. The list below has the same.`,
    nodes: chart.nodes,
    edges: chart.edges,
  }
}

const kindOf = (step: Step | undefined) =>
  step === undefined || 'end' in step
    ? ('end' as const)
    : 'ask' in step || 'decision' in step || 'branch' in step
      ? ('question' as const)
      : ('action' as const)

function labelOf(words: Words, step: Step, answer: string | null): string | null {
  if (answer === null || !('ask' in step)) return answer
  const says = step.answers.find((one) => one.id === answer)?.says
  return says === undefined ? answer : words.whole(says)
}
