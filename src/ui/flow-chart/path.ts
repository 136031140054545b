import type { Point } from './route.ts'

/** The way as SVG path data, with round corners. */
export function pathData(points: readonly Point[], radius = 12): string {
  const [start, ...rest] = points
  if (!start) return ''
  let data = `M${n(start.x)} ${n(start.y)}`
  let before = start
  rest.forEach((point, at) => {
    const after = rest[at + 1]
    if (!after) {
      data += `L${n(point.x)} ${n(point.y)}`
      return
    }
    const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    const enter = toward(point, before, r)
    const leave = toward(point, after, r)
    data += `L${n(enter.x)} ${n(enter.y)}Q${n(point.x)} ${n(point.y)} ${n(leave.x)} ${n(leave.y)}`
    before = point
  })
  return data
}

const n = (value: number): number => Math.round(value * 10) / 10
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function toward(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole }
}
