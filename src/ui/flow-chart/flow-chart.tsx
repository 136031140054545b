import { Details } from '../details/details.tsx'
import { ScrollFrame } from '../scroll-frame/scroll-frame.tsx'
import { cx, type Words } from '../words.ts'
import type { Way } from './answers.ts'
import type { PlacedAnswer } from './box.ts'
import { type ChartEdge, type ChartNode, measure } from './chart.ts'
import { layChart } from './lay.ts'
import { pathData } from './path.ts'
import { Step } from './step.tsx'

export interface FlowChartProps {
  readonly id: string
  readonly title: string
  /** The chart in a sentence or two, for those who do not see it. */
  readonly description: string
  readonly nodes: readonly ChartNode[]
  readonly edges: readonly ChartEdge[]
  /** The path as a list, with who answered; folded under the chart. */
  readonly list?: readonly { readonly what: Words; readonly who?: Words }[] | undefined
  readonly listSummary?: Words
}

/** A decision chart: the path that was taken is inked over the pencil. */
export function FlowChart(props: FlowChartProps) {
  const { chart, ways, answers } = layChart(props.nodes, props.edges)
  return (
    <>
      <ScrollFrame label={`${props.title}, scrolls sideways on a small screen`}>
        <svg
          class={cx('kept-flow', `kept-flow--${Math.min(chart.columns.length, 8)}`)}
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          role="img"
          aria-labelledby={`${props.id}-title ${props.id}-desc`}
        >
          <title id={`${props.id}-title`}>{props.title}</title>
          <desc id={`${props.id}-desc`}>{props.description}</desc>
          <Ways ways={ways} />
          {[...chart.nodes.values()].map((node) => (
            <Step node={node} />
          ))}
          {answers.map((answer) => (
            <Answer {...answer} />
          ))}
        </svg>
      </ScrollFrame>
      {props.list && <PathList summary={props.listSummary} list={props.list} />}
    </>
  )
}

function Ways({ ways }: { ways: readonly Way[] }) {
  const data = (inked: boolean) =>
    ways
      .filter(({ edge }) => (edge.state === 'done') === inked)
      .map(({ points }) => pathData(points))
      .join('')
  return (
    <>
      <path class="pencil" d={data(false)} />
      <path class="ink" d={data(true)} />
    </>
  )
}

function Answer({ lines, x, y, anchor, pale }: PlacedAnswer) {
  return (
    <text class={cx('answer', pale && 'pale')} text-anchor={anchor}>
      {lines.map((line, at) => (
        <tspan x={x} y={y + at * measure.answer}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function PathList({ summary, list }: { summary: Words; list: NonNullable<FlowChartProps['list']> }) {
  return (
    <Details summary={summary ?? 'The path as a list, with who answered'} class="kept-gap-top">
      <ol class="govuk-list govuk-list--number">
        {list.map(({ what, who }) => (
          <li>
            {what}
            {who && <>, {who}</>}
          </li>
        ))}
      </ol>
    </Details>
  )
}
