import { measure } from './chart.ts'
import type { Point } from './route.ts'

/** Where an answer is written: the first line's base, and how lines are set against it. */
export interface PlacedAnswer extends Point {
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  readonly pale: boolean
}

/** The room that something takes in the drawing. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The room between two points, and a little around it. */
export const boxAround = (a: Point, b: Point, room = 0): Box => ({
  left: Math.min(a.x, b.x),
  right: Math.max(a.x, b.x),
  top: Math.min(a.y, b.y) - room,
  bottom: Math.max(a.y, b.y) + room,
})

/** Whether two things would cover each other. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** How much of the drawing two things would both cover. */
export const shared = (a: Box, b: Box): number =>
  overlap(a, b)
    ? (Math.min(a.right, b.right) - Math.max(a.left, b.left)) * (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
    : 0

/** The room that an answer takes, as near as one can tell without drawing it. */
export function boxOf({ x, y, lines, anchor, pale }: PlacedAnswer): Box {
  const width = Math.max(...lines.map((line) => line.length)) * (pale ? 6.9 : measure.letter)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 12, bottom: y + (lines.length - 1) * measure.answer + 3 }
}
