import type { Drawing } from '#pack/engines/flow/draw.ts'

/** A node with its place in the picture: the row is how far it is from the start, the column its lane. */
export interface PlacedNode {
  readonly id: string
  readonly label: string
  readonly kind: 'question' | 'action' | 'end'
  readonly state: 'done' | 'now' | 'later' | 'not_taken'
  readonly column: number
  readonly row: number
}

export interface PlacedEdge {
  readonly from: string
  readonly to: string
  readonly label: string | undefined
  readonly state: 'done' | 'later' | 'not_taken'
}

/** One chart of a drawing, laid out from the top down. */
export interface PlacedChart {
  readonly key: string
  readonly title: string
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** Lays out each chart of a run: a step stands one row below the last of those that lead to it. */
export function layOut(drawing: Drawing): PlacedChart[] {
  return drawing.frames.flatMap((frame) => {
    const all = drawing.nodes.filter((node) => node.frame === frame.key)
    // A procedure whose ends all have names never comes to the plain one.
    const nodes = all.filter((node) => node.stepId !== 'end' || drawing.edges.some((edge) => edge.to === node.id))
    const ids = new Set(nodes.map((node) => node.id))
    const edges = drawing.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to))
    if (nodes.length < 2) return []
    const rows = rowsOf(
      nodes.map((node) => node.id),
      edges,
    )
    const columns = columnsOf(
      nodes.map((node) => node.id),
      rows,
      edges,
    )
    const states = new Map(nodes.map((node) => [node.id, node.state]))
    return [
      {
        key: frame.key,
        title: frame.title,
        nodes: nodes.map((node) => {
          return {
            id: node.id,
            label: node.label,
            kind: node.kind === 'goto' ? 'action' : node.kind,
            state: node.state === 'not_needed' ? 'done' : node.state,
            column: columns.get(node.id) ?? 0,
            row: rows.get(node.id) ?? 0,
          }
        }),
        edges: edges.map((edge) => ({
          from: edge.from,
          to: edge.to,
          label: edge.label ?? undefined,
          state: edge.taken ? 'done' : states.get(edge.to) === 'not_taken' ? 'not_taken' : 'later',
        })),
      },
    ]
  })
}

// Row by row: under the step that leads to it when that place is free, or in the first free place of its row.
function columnsOf(
  ids: readonly string[],
  rows: ReadonlyMap<string, number>,
  edges: readonly { from: string; to: string }[],
): Map<string, number> {
  const columns = new Map<string, number>()
  const taken = new Set<string>()
  const rowOf = (id: string): number => rows.get(id) ?? 0
  for (const id of ids.toSorted((a, b) => rowOf(a) - rowOf(b))) {
    const above = edges
      .filter((edge) => edge.to === id && rowOf(edge.from) < rowOf(id))
      .toSorted((a, b) => rowOf(b.from) - rowOf(a.from))
      .flatMap((edge) => columns.get(edge.from) ?? [])
    const isFree = (column: number) => !taken.has(`${rowOf(id)}/${column}`)
    let column = above.find(isFree) ?? 0
    while (!isFree(column)) column += 1
    columns.set(id, column)
    taken.add(`${rowOf(id)}/${column}`)
  }
  return columns
}

// Longest way from a start. A way back up (a loop) would have no end, so a node that is on the way already is not gone to again.
function rowsOf(ids: readonly string[], edges: readonly { from: string; to: string }[]): Map<string, number> {
  const rows = new Map<string, number>()
  const into = new Set(edges.map((edge) => edge.to))
  const visit = (id: string, row: number, way: ReadonlySet<string>): void => {
    if (way.has(id) || (rows.get(id) ?? -1) >= row) return
    rows.set(id, row)
    const on = new Set([...way, id])
    for (const edge of edges) if (edge.from === id) visit(edge.to, row + 1, on)
  }
  for (const id of ids) if (!into.has(id)) visit(id, 0, new Set())
  return rows
}
