import { Card } from '#ui/card/card.tsx'
import { Details } from '#ui/details/details.tsx'
import { FlowChart } from '#ui/flow-chart/flow-chart.tsx'
import type { PlacedChart } from '../case/chart-layout.ts'

/** A chart of a case, and whether a step of it waits for somebody. */
export interface CaseChart extends PlacedChart {
  readonly nodes: readonly (PlacedChart['nodes'][number] & { readonly flag?: string | undefined })[]
  readonly waits: boolean
}

/** The charts of a case: those in which somebody has to act stand open; those that were left or ended are folded away. */
export function Charts({ charts }: { readonly charts: readonly CaseChart[] }) {
  const waiting = charts.filter((chart) => chart.waits)
  const shown = waiting.length > 0 ? waiting : charts.slice(-1)
  const folded = charts.filter((chart) => !shown.includes(chart))
  if (charts.length === 0) return null
  return (
    <>
      {shown.map((chart) => (
        <Card
          key={chart.key}
          id={`chart-${charts.indexOf(chart)}`}
          size="m"
          title={chart.title}
          end="Solid: done. Yellow: now. Pencil: not yet, or not taken."
        >
          <Chart chart={chart} index={charts.indexOf(chart)} />
        </Card>
      ))}
      {folded.length > 0 && (
        <Card id="other-charts" size="m" title="The other charts of this case">
          {folded.map((chart) => (
            <Details key={chart.key} summary={`${chart.title}: ${sayDone(chart)}`}>
              <Chart chart={chart} index={charts.indexOf(chart)} />
            </Details>
          ))}
        </Card>
      )}
    </>
  )
}

function Chart({ chart, index }: { readonly chart: PlacedChart; readonly index: number }) {
  return (
    <FlowChart
      id={`flow-${index}`}
      title={chart.title}
      description={describe(chart)}
      nodes={chart.nodes}
      edges={chart.edges}
    />
  )
}

const labels = (chart: PlacedChart, state: PlacedChart['nodes'][number]['state']): string[] =>
  chart.nodes.filter((node) => node.state === state).map((node) => node.label)

function sayDone(chart: PlacedChart): string {
  const done = labels(chart, 'done').length
  return done === 1 ? '1 step done' : `${done} steps done`
}

const describe = (chart: PlacedChart): string => {
  const now = labels(chart, 'now')
  const done = labels(chart, 'done').length
  return `${done} of ${chart.nodes.length} steps are done.${now.length === 0 ? '' : ` Now: ${now.join('; ')}.`}`
}
