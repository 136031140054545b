import { placeAnswers, type Way } from './answers.ts'
import type { PlacedAnswer } from './box.ts'
import type { ChartEdge, ChartNode, PlacedChart } from './chart.ts'
import { mergeWays } from './merge.ts'
import { place } from './place.ts'
import { route } from './route.ts'

/** A decision chart with everything in its place, to be drawn on a page or on paper. */
export interface LaidChart {
  readonly chart: PlacedChart
  readonly ways: readonly Way[]
  readonly answers: readonly PlacedAnswer[]
}

/** Gives every step, way and answer of a chart its place. */
export function layChart(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): LaidChart {
  const merged = mergeWays(edges)
  const chart = place(nodes, merged)
  const ways = merged.flatMap((edge): Way[] => {
    const points = route(edge, chart)
    return points ? [{ edge, points }] : []
  })
  return { chart, ways, answers: placeAnswers(ways, chart) }
}
