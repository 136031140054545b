/** The shape of a decision chart: what it is made of, before anything is placed or drawn. */

/** A question is round, an action is square, an end is a pill. */
export type NodeKind = 'question' | 'action' | 'end'

/** Done, the step now, not yet, or a way not taken. */
export type NodeState = 'done' | 'now' | 'later' | 'not_taken'

/** One step of the chart. */
export interface ChartNode {
  readonly id: string
  readonly label: string
  readonly kind: NodeKind
  readonly state: NodeState
  /** From the left, the first is 0. */
  readonly column: number
  /** From the top, the first is 0; worked out from the edges unless told. */
  readonly row?: number | undefined
  /** A small flag on the step now, for instance "You, 16:00". */
  readonly flag?: string | undefined
}

/** A way from one step to another, with the answer that leads there. */
export interface ChartEdge {
  readonly from: string
  readonly to: string
  readonly label?: string | undefined
  readonly state: 'done' | 'later' | 'not_taken'
}

/** A step with its place, in the units of the drawing. */
export interface Placed extends ChartNode {
  readonly lines: readonly string[]
  readonly at: { readonly column: number; readonly row: number }
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A whole chart, placed. */
export interface PlacedChart {
  readonly nodes: ReadonlyMap<string, Placed>
  readonly columns: readonly number[]
  readonly rows: readonly { readonly top: number; readonly bottom: number }[]
  readonly width: number
  readonly height: number
}

/** The measures of the drawing, at 15.5 px letters. */
export const measure = { node: 204, line: 19, edge: 8, gap: 34, lane: 46, letter: 7.7, answer: 16 } as const
