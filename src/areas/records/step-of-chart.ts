import type { Pack } from '#pack/types/pack.ts'
import type { Step } from '#pack/types/step.ts'

/** A step of a chart: of a flow, or of the record itself; none when the pack has it no longer. */
export function stepOfChart(pack: Pick<Pack, 'flows' | 'records'>, chart: string, stepId: string): Step | undefined {
  const [kind, id = ''] = chart.split('/')
  return (kind === 'flow' ? pack.flows[id]?.steps : pack.records[id]?.steps)?.[stepId]
}
