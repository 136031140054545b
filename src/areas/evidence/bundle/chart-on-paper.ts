import type { PdfChart, PdfChartStep, PdfChartWords } from '#platform/pdf/chart.ts'
import type { PdfBlock } from '#platform/pdf/document.ts'
import { measure, type Placed } from '#ui/flow-chart/chart.ts'
import { layChart } from '#ui/flow-chart/lay.ts'
import { pathData } from '#ui/flow-chart/path.ts'
import type { BundleFacts } from './facts.ts'
import type { Redaction } from './redact.ts'

type Chart = BundleFacts['page']['charts'][number]

/**
 * A chart of the case as its page draws it, the way that was taken inked. What is withheld is taken out before anything is
 * broken into lines: a name that stands on two of them would not be found afterwards.
 */
export function chartOnPaper(chart: Chart, redaction: Redaction): PdfBlock {
  const nodes = chart.nodes.map((node) => ({ ...node, label: redaction.text(node.label) }))
  const edges = chart.edges.map((edge) => ({
    ...edge,
    label: edge.label === undefined ? undefined : redaction.text(edge.label),
  }))
  const { chart: placed, ways, answers } = layChart(nodes, edges)
  const steps = [...placed.nodes.values()]
  const done = steps.filter(({ state }) => state === 'done').length
  const drawn: PdfChart = {
    alt: redaction.text(`${chart.title}. ${done} of ${steps.length} steps are done; the list below names each.`),
    width: Math.ceil(placed.width),
    height: Math.ceil(placed.height),
    cuts: placed.rows.map(({ bottom }) => bottom + measure.lane / 2),
    ways: ways.map(({ edge, points }) => ({ path: pathData(points), inked: edge.state === 'done' })),
    steps: steps.map(shapeOf),
    words: [
      ...steps.map(wordsOf),
      ...answers.map(
        ({ x, y, anchor, lines, pale }): PdfChartWords => ({
          x,
          y,
          anchor,
          lines,
          step: measure.answer,
          tone: pale ? 'quiet' : 'answer',
        }),
      ),
    ],
  }
  return { kind: 'chart', chart: drawn }
}

const shapeOf = ({ x, y, width, height, kind, state }: Placed): PdfChartStep => ({
  x,
  y,
  width,
  height,
  state,
  round: kind === 'action' ? 9 : Math.min(30, height / 2),
})

const TONES = { done: 'on_ink', now: 'now', later: 'quiet', not_taken: 'quiet' } as const

const wordsOf = ({ x, y, width, height, lines, state }: Placed): PdfChartWords => ({
  x: x + width / 2,
  y: y + height / 2 + 5 - ((lines.length - 1) * measure.line) / 2,
  anchor: 'middle',
  step: measure.line,
  lines,
  tone: TONES[state],
})
