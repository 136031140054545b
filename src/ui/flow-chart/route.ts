import { type ChartEdge, measure, type Placed, type PlacedChart } from './chart.ts'

/** A point of the drawing. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A way as it is drawn: corners, and where its answer is written. */
export interface Route {
  readonly points: readonly Point[]
  readonly label: Point & { readonly anchor: 'start' | 'middle' | 'end' }
}

/** Finds a way with few corners that crosses no other step. */
export function route(edge: ChartEdge, chart: PlacedChart): Route | null {
  const from = chart.nodes.get(edge.from)
  const to = chart.nodes.get(edge.to)
  if (!from || !to || from === to) return null
  return straight(from, to, chart) ?? besideThenDown(from, to, chart) ?? downThenAcross(from, to, chart)
}

const middleX = (node: Placed): number => node.x + node.width / 2
const middleY = (node: Placed): number => node.y + node.height / 2

function free(chart: PlacedChart, blocked: (node: Placed) => boolean): boolean {
  return ![...chart.nodes.values()].some(blocked)
}

const within = (value: number, a: number, b: number): boolean => value > Math.min(a, b) && value < Math.max(a, b)

function straight(from: Placed, to: Placed, chart: PlacedChart): Route | null {
  const { row, column } = from.at
  if (row === to.at.row && free(chart, (n) => n.at.row === row && within(n.at.column, column, to.at.column))) {
    const right = to.x > from.x
    const start = { x: right ? from.x + from.width : from.x, y: middleY(from) }
    const end = { x: right ? to.x : to.x + to.width, y: middleY(from) }
    return { points: [start, end], label: { x: (start.x + end.x) / 2, y: start.y - 8, anchor: 'middle' } }
  }
  const below = column === to.at.column && to.at.row > row
  if (below && free(chart, (n) => n.at.column === column && within(n.at.row, row, to.at.row))) {
    const start = { x: middleX(from), y: from.y + from.height }
    const end = { x: middleX(from), y: to.y }
    return { points: [start, end], label: { x: start.x + 12, y: start.y + measure.lane / 2 + 5, anchor: 'start' } }
  }
  return null
}

/** Out at the side, then down the column of the other step. */
function besideThenDown(from: Placed, to: Placed, chart: PlacedChart): Route | null {
  const clear = free(
    chart,
    (n) =>
      (n.at.row === from.at.row &&
        (n.at.column === to.at.column || within(n.at.column, from.at.column, to.at.column))) ||
      (n.at.column === to.at.column && within(n.at.row, from.at.row, to.at.row)),
  )
  if (from.at.column === to.at.column || to.at.row <= from.at.row || !clear) return null
  const right = to.x > from.x
  const start = { x: right ? from.x + from.width : from.x, y: middleY(from) }
  const corner = { x: middleX(to), y: start.y }
  return {
    points: [start, corner, { x: corner.x, y: to.y }],
    label: { x: start.x + (right ? 10 : -10), y: start.y - 8, anchor: right ? 'start' : 'end' },
  }
}

/** Down into the lane under this row, across, and down (or round the right side and up) to the other step. */
function downThenAcross(from: Placed, to: Placed, chart: PlacedChart): Route {
  const start = { x: middleX(from), y: from.y + from.height }
  const under = (chart.rows[from.at.row]?.bottom ?? start.y) + laneShift(from, to)
  const over = (chart.rows[to.at.row]?.top ?? to.y) - 14
  const label = { x: start.x + 12, y: start.y + 18, anchor: 'start' } as const
  const end = { x: middleX(to), y: to.y }
  const down = to.at.row > from.at.row
  if (down && free(chart, (n) => n.at.column === to.at.column && within(n.at.row, from.at.row, to.at.row))) {
    return { points: [start, { x: start.x, y: under }, { x: end.x, y: under }, end], label }
  }
  const aside = down ? to.x - measure.gap / 2 : chart.width - measure.edge - 8
  const points = [start, { x: start.x, y: under }, { x: aside, y: under }, { x: aside, y: over }, { x: end.x, y: over }]
  return { points: [...points, end], label }
}

// Ways in opposite directions keep apart in one lane.
const laneShift = (from: Placed, to: Placed): number => (to.x > from.x ? 20 : 28)
