import { type ChartEdge, type ChartNode, measure, type Placed, type PlacedChart } from './chart.ts'
import { answerRoom, wrap } from './wrap.ts'

/** Gives every step its place: columns as told, rows as told or as low as the ways into a step ask for. */
export function place(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): PlacedChart {
  const rowOf = assignRows(nodes, edges)
  const lines = new Map(nodes.map((node) => [node.id, wrap(node.label)]))
  const columns = columnEdges(nodes, edges, rowOf)
  const rows = rowEdges(nodes, rowOf, lines, edges)
  const placed = nodes.map((node): Placed => {
    const row = rowOf.get(node.id) ?? 0
    const words = lines.get(node.id) ?? []
    const { top, bottom } = rows[row] ?? { top: 0, bottom: 0 }
    const height = node.kind === 'end' && words.length === 1 ? 42 : bottom - top
    const at = { column: node.column, row }
    const x = columns[node.column] ?? 0
    return { ...node, lines: words, at, x, y: top + (bottom - top - height) / 2, width: measure.node, height }
  })
  const down = edges.map((edge) => (rowOf.get(edge.to) ?? 0) - (rowOf.get(edge.from) ?? 0))
  // A way over several rows, or back, may run down the right side; one back may also run under the last row.
  const aside = down.some((rows) => rows < 0 || rows > 1) ? measure.gap : 0
  const under = down.some((rows) => rows < 0) ? measure.lane : 0
  return {
    nodes: new Map(placed.map((node) => [node.id, node])),
    columns,
    rows,
    width: (columns.at(-1) ?? 0) + measure.node + measure.edge + aside,
    height: (rows.at(-1)?.bottom ?? 0) + measure.edge + under,
  }
}

function assignRows(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): Map<string, number> {
  const rowOf = new Map<string, number>()
  const taken = new Set<string>()
  const columnOf = new Map(nodes.map((node) => [node.id, node.column]))
  for (const node of nodes) {
    let row = node.row ?? earliest(node, edges, rowOf, columnOf)
    while (node.row === undefined && taken.has(`${node.column}/${row}`)) row++
    rowOf.set(node.id, row)
    taken.add(`${node.column}/${row}`)
  }
  return rowOf
}

/** Under what leads to it from the same column, and level with what leads to it from another. */
function earliest(
  node: ChartNode,
  edges: readonly ChartEdge[],
  rowOf: ReadonlyMap<string, number>,
  columnOf: ReadonlyMap<string, number>,
): number {
  const into = edges.filter((edge) => edge.to === node.id && rowOf.has(edge.from))
  const rows = into.map((edge) => (rowOf.get(edge.from) ?? 0) + (columnOf.get(edge.from) === node.column ? 1 : 0))
  return Math.max(0, ...rows)
}

/** The left edge of each column; a gap is as wide as the answer written in it. */
function columnEdges(
  nodes: readonly ChartNode[],
  edges: readonly ChartEdge[],
  rowOf: ReadonlyMap<string, number>,
): number[] {
  const columnOf = new Map(nodes.map((node) => [node.id, node.column]))
  const last = Math.max(0, ...nodes.map((node) => node.column))
  const lefts: number[] = [measure.edge]
  for (let column = 1; column <= last; column++) {
    const beside = edges.filter((edge) => {
      const ends = [columnOf.get(edge.from) ?? 0, columnOf.get(edge.to) ?? 0].sort((a, b) => a - b)
      return ends[0] === column - 1 && ends[1] === column && rowOf.get(edge.from) === rowOf.get(edge.to)
    })
    const lines = beside.flatMap((edge) => wrap(edge.label ?? '', answerRoom.beside))
    const widest = Math.max(0, ...lines.map((line) => line.length * measure.letter))
    lefts.push((lefts[column - 1] ?? 0) + measure.node + Math.max(measure.gap, widest + 14))
  }
  return lefts
}

function rowEdges(
  nodes: readonly ChartNode[],
  rowOf: ReadonlyMap<string, number>,
  lines: ReadonlyMap<string, readonly string[]>,
  edges: readonly ChartEdge[],
): { top: number; bottom: number }[] {
  const last = Math.max(0, ...rowOf.values())
  const rows: { top: number; bottom: number }[] = []
  let top: number = measure.edge + 6
  for (let row = 0; row <= last; row++) {
    const most = Math.max(2, ...nodes.filter((n) => rowOf.get(n.id) === row).map((n) => lines.get(n.id)?.length ?? 1))
    const bottom = top + 22 + most * measure.line
    rows.push({ top, bottom })
    const near = edges.filter((edge) => rowOf.get(edge.from) === row || rowOf.get(edge.to) === row + 1)
    const answers = Math.max(1, linesInto(near))
    const ways = new Set(near.filter((edge) => rowOf.get(edge.to) !== row).map((edge) => edge.to)).size
    top = bottom + measure.lane + (answers - 1) * measure.answer + Math.max(0, ways - 2) * 5
  }
  return rows
}

/** The lines of all answers that lead to one step, where they are most: they stand in the lane over it. */
function linesInto(edges: readonly ChartEdge[]): number {
  const lines = new Map<string, number>()
  for (const { to, label } of edges)
    if (label) lines.set(to, (lines.get(to) ?? 0) + wrap(label, answerRoom.below).length)
  return Math.max(0, ...lines.values())
}
