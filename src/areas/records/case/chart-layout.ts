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
    const nodes = drawing.nodes.filter((node) => node.frame === frame.key)
    const ids = new Set(nodes.map((node) => node.id))
    const edges = drawing.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to))
    if (nodes.length < 2) return []
    const rows = rowsOf(
      nodes.map((node) => node.id),
      edges,
    )
    const used = new Map<number, number>()
    const states = new Map(nodes.map((node) => [node.id, node.state]))
    return [
      {
        key: frame.key,
        title: frame.title,
        nodes: nodes.map((node) => {
          const row = rows.get(node.id) ?? 0
          const column = used.get(row) ?? 0
          used.set(row, column + 1)
          return {
            id: node.id,
            label: node.label,
            kind: node.kind === 'goto' ? 'action' : node.kind,
            state: node.state === 'not_needed' ? 'done' : node.state,
            column,
            row,
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
