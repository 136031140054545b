import { Details } from '../details/details.tsx'
import { ScrollFrame } from '../scroll-frame/scroll-frame.tsx'
import { cx, type Words } from '../words.ts'
import type { ChartEdge, ChartNode } from './chart.ts'
import { pathData } from './path.ts'
import { place } from './place.ts'
import { route } from './route.ts'
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
  const chart = place(props.nodes, props.edges)
  const columns = Math.min(chart.columns.length, 8)
  const drawn = props.edges.flatMap((edge) => {
    const way = route(edge, chart)
    return way ? [{ edge, way }] : []
  })
  const data = (inked: boolean) =>
    drawn
      .filter(({ edge }) => (edge.state === 'done') === inked)
      .map(({ way }) => pathData(way.points))
      .join('')
  return (
    <>
      <ScrollFrame label={`${props.title}, scrolls sideways on a small screen`}>
        <svg
          class={cx('kept-flow', `kept-flow--${columns}`)}
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          role="img"
          aria-labelledby={`${props.id}-title ${props.id}-desc`}
        >
          <title id={`${props.id}-title`}>{props.title}</title>
          <desc id={`${props.id}-desc`}>{props.description}</desc>
          <path class="pencil" d={data(false)} />
          <path class="ink" d={data(true)} />
          {[...chart.nodes.values()].map((node) => (
            <Step node={node} />
          ))}
          {drawn.map(({ edge, way: { label } }) =>
            edge.label ? (
              <text
                class={cx('answer', edge.state !== 'done' && 'pale')}
                x={label.x}
                y={label.y}
                text-anchor={label.anchor}
              >
                {edge.label}
              </text>
            ) : null,
          )}
        </svg>
      </ScrollFrame>
      {props.list && <PathList summary={props.listSummary} list={props.list} />}
    </>
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
