import { type ChartEdge, measure, type Placed, type PlacedChart } from './chart.ts'

/** A point of the drawing. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Finds the corners of a way, with few of them, that crosses no other step. */
export function route(edge: ChartEdge, chart: PlacedChart): readonly Point[] | null {
  const from = chart.nodes.get(edge.from)
  const to = chart.nodes.get(edge.to)
  if (!from || !to || from === to) return null
  return straight(from, to, chart) ?? besideThenDown(from, to, chart) ?? downThenAcross(from, to, chart)
}

const middleX = (node: Placed): number => node.x + node.width / 2
const middleY = (node: Placed): number => node.y + node.height / 2
const within = (value: number, a: number, b: number): boolean => value > Math.min(a, b) && value < Math.max(a, b)

function free(chart: PlacedChart, blocked: (node: Placed) => boolean): boolean {
  return ![...chart.nodes.values()].some(blocked)
}

function straight(from: Placed, to: Placed, chart: PlacedChart): Point[] | null {
  const { row, column } = from.at
  if (row === to.at.row && free(chart, (n) => n.at.row === row && within(n.at.column, column, to.at.column))) {
    const right = to.x > from.x
    const start = { x: right ? from.x + from.width : from.x, y: middleY(from) }
    return [start, { x: right ? to.x : to.x + to.width, y: start.y }]
  }
  const below = column === to.at.column && to.at.row > row
  if (below && free(chart, (n) => n.at.column === column && within(n.at.row, row, to.at.row))) {
    return [
      { x: middleX(from), y: from.y + from.height },
      { x: middleX(from), y: to.y },
    ]
  }
  return null
}

/** Out at the side, then down the column of the other step. */
function besideThenDown(from: Placed, to: Placed, chart: PlacedChart): Point[] | null {
  const clear = free(
    chart,
    (n) =>
      (n.at.row === from.at.row &&
        (n.at.column === to.at.column || within(n.at.column, from.at.column, to.at.column))) ||
      (n.at.column === to.at.column && within(n.at.row, from.at.row, to.at.row)),
  )
  if (from.at.column === to.at.column || to.at.row <= from.at.row || !clear) return null
  const start = { x: to.x > from.x ? from.x + from.width : from.x, y: middleY(from) }
  return [start, { x: middleX(to), y: start.y }, { x: middleX(to), y: to.y }]
}

/** Down into the lane under this row, across, and down to the other step; round whatever stands between. */
function downThenAcross(from: Placed, to: Placed, chart: PlacedChart): Point[] {
  const start = { x: middleX(from), y: from.y + from.height }
  const end = { x: middleX(to), y: to.y }
  // Ways to one step share a lane and join; ways to different steps keep apart.
  const under = (chart.rows[from.at.row]?.bottom ?? start.y) + 12 + (to.at.column % 4) * 5
  const across = { x: start.x, y: under }
  const between = (n: Placed) => n.at.column === to.at.column && within(n.at.row, from.at.row, to.at.row)
  if (to.at.row > from.at.row && free(chart, between)) return [start, across, { x: end.x, y: under }, end]
  const aside = gutter(from, to, chart)
  const over = (chart.rows[to.at.row]?.top ?? end.y) - 9
  return [start, across, { x: aside, y: under }, { x: aside, y: over }, { x: end.x, y: over }, end]
}

/** The free strip beside a column: between columns when the way goes down, at the right side when it goes back. */
function gutter(from: Placed, to: Placed, chart: PlacedChart): number {
  const { column, row } = to.at
  const shift = (from.at.row % 4) * 4 - 6
  const right = chart.columns[column + 1]
  if (row > from.at.row && from.at.column < column) return to.x - measure.gap / 2 + shift
  if (row > from.at.row && right !== undefined) return right - measure.gap / 2 + shift
  return chart.width - measure.edge - measure.gap / 2 + shift
}
