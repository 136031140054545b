import { measure, type NodeState, type Placed } from './chart.ts'

const classes: Readonly<Record<NodeState, string>> = { done: 'done', now: 'now', later: 'later', not_taken: 'not' }

/** Draws one step, with its tick when it is done and its flag when it is now. */
export function Step({ node }: { readonly node: Placed }) {
  const { x, y, width, height, lines, kind, state } = node
  const centre = x + width / 2
  const first = y + height / 2 + 5 - ((lines.length - 1) * measure.line) / 2
  return (
    <g class={classes[state]}>
      <rect
        class="box"
        x={x}
        y={y}
        width={width}
        height={height}
        rx={kind === 'action' ? 9 : Math.min(30, height / 2)}
      />
      {lines.map((line, at) => (
        <text x={centre} y={first + at * measure.line} text-anchor="middle">
          {line}
        </text>
      ))}
      {state === 'done' && <Tick x={x + width - 12} y={y + 4} />}
      {node.flag && <Flag x={x - 2} y={y - 14} words={node.flag} />}
    </g>
  )
}

function Tick({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle class="badge" cx={x} cy={y} r="10" />
      <path class="tick" d={`M${x - 4.5} ${y + 0.5}l3.5 3.5 6-7`} />
    </>
  )
}

function Flag({ x, y, words }: { x: number; y: number; words: string }) {
  const width = words.length * 7.4 + 22
  return (
    <g class="flag">
      <rect x={x} y={y} width={width} height="23" rx="11.5" />
      <text x={x + width / 2} y={y + 16} text-anchor="middle">
        {words}
      </text>
    </g>
  )
}
