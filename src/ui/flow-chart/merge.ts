import type { ChartEdge } from './chart.ts'

/** Answers that lead to the same step are one way; when it was taken, it names the answer that was given. */
export function mergeWays(edges: readonly ChartEdge[]): ChartEdge[] {
  const ways = new Map<string, ChartEdge[]>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to])
    ways.set(key, [...(ways.get(key) ?? []), edge])
  }
  return [...ways.values()].flatMap((same) => {
    const taken = same.filter((edge) => edge.state === 'done')
    const [first, ...more] = taken.length > 0 ? taken : same
    if (first === undefined) return []
    const labels = [first, ...more].flatMap((edge) => edge.label ?? [])
    return [{ ...first, label: labels.length === 0 ? undefined : sayOr(labels) }]
  })
}

// More than two answers would fill the chart; the list under it has them all.
function sayOr(labels: readonly string[]): string {
  const [first = '', second] = labels
  if (second === undefined) return first
  return labels.length === 2 ? `${first}, or: ${second}` : `${first}, or ${labels.length - 1} other answers`
}
