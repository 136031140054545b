import { type Box, boxAround, boxOf, type PlacedAnswer, shared } from './box.ts'
import { type ChartEdge, measure, type PlacedChart } from './chart.ts'
import type { Point } from './route.ts'
import { answerRoom, wrap } from './wrap.ts'

/** A way as it is drawn: corners, and its answer in lines with its place. */
export interface Way {
  readonly edge: ChartEdge
  readonly points: readonly Point[]
}

/** Writes each answer beside its way, where it covers no step and no other answer. */
export function placeAnswers(ways: readonly Way[], chart: PlacedChart): PlacedAnswer[] {
  const steps = [...chart.nodes.values()].map(({ x, y, width, height }) =>
    boxAround({ x, y }, { x: x + width, y: y + height }),
  )
  const fixed: readonly Box[] = [...steps, ...ways.flatMap(linesAcross)]
  const placed: PlacedAnswer[] = []
  // Whoever has the fewest free places chooses first.
  for (const places of ways.map((way) => roomiest(candidates(way), fixed, chart)).toSorted(byFreedom)) {
    const covers = (place: Candidate) => place.covered + covering(placed.map(boxOf), boxOf(place.answer))
    const [best] = places.toSorted((a, b) => covers(a) - covers(b))
    if (best !== undefined) placed.push(best.answer)
  }
  return placed
}

/** A place for an answer, and how much of the steps and lines it would cover. */
interface Candidate {
  readonly answer: PlacedAnswer
  readonly covered: number
}

const covering = (others: readonly Box[], box: Box): number =>
  others.reduce((sum, other) => sum + shared(other, box), 0)

function roomiest(answers: readonly PlacedAnswer[], fixed: readonly Box[], chart: PlacedChart): Candidate[] {
  return answers
    .map((answer) => ({ answer, box: boxOf(answer) }))
    .filter(({ box }) => box.left >= 0 && box.right <= chart.width)
    .map(({ answer, box }) => ({ answer, covered: covering(fixed, box) }))
}

const byFreedom = (a: readonly Candidate[], b: readonly Candidate[]): number => free(a) - free(b)
const free = (places: readonly Candidate[]): number => places.filter((place) => place.covered === 0).length

// An answer may touch a line that goes down, but not be struck through by one that goes across.
const linesAcross = ({ points }: Way): Box[] =>
  points.slice(1).flatMap((point, at) => {
    const before = points[at]
    return before && before.y === point.y ? [boxAround(before, point, 2)] : []
  })

function candidates(way: Way): PlacedAnswer[] {
  const { edge, points } = way
  const [start, second] = points
  if (!edge.label || !start || !second) return []
  const pale = edge.state !== 'done'
  if (points.length === 2 && start.y === second.y) {
    const lines = wrap(edge.label, answerRoom.beside)
    return [{ lines, pale, anchor: 'middle', x: (start.x + second.x) / 2, y: start.y - 7 - rise(lines) }]
  }
  const words = { lines: wrap(edge.label, answerRoom.below), pale }
  const first = start.y === second.y ? [besideStart(words, start, second)] : []
  return [
    ...first,
    ...beforeCorner(words, points),
    ...atEnd(words, points),
    ...underStart(words, start),
    ...alongside(words, points),
  ]
}

type AnswerWords = Pick<PlacedAnswer, 'lines' | 'pale'>

const rise = (lines: readonly string[]): number => (lines.length - 1) * measure.answer

function besideStart(words: AnswerWords, start: Point, second: Point): PlacedAnswer {
  const right = second.x > start.x
  return {
    ...words,
    anchor: right ? 'start' : 'end',
    x: start.x + (right ? 8 : -8),
    y: start.y - 7 - rise(words.lines),
  }
}

/** A way round other steps: over the last line across, on the side it comes from. */
function beforeCorner(words: AnswerWords, points: readonly Point[]): PlacedAnswer[] {
  const [corner, turn] = [points.at(-3), points.at(-2)]
  if (points.length < 6 || !corner || !turn) return []
  const right = corner.x > turn.x
  return [
    { ...words, anchor: right ? 'end' : 'start', x: corner.x + (right ? -6 : 6), y: corner.y - 6 - rise(words.lines) },
  ]
}

function atEnd(words: AnswerWords, points: readonly Point[]): PlacedAnswer[] {
  const end = points.at(-1)
  if (!end) return []
  const y = end.y - 8 - rise(words.lines)
  return [
    { ...words, y, anchor: 'start', x: end.x + 8 },
    { ...words, y, anchor: 'end', x: end.x - 8 },
    { ...words, y: y - 16, anchor: 'start', x: end.x + 8 },
    { ...words, y: y - 16, anchor: 'end', x: end.x - 8 },
  ]
}

/** A long way down has room at its side. */
function alongside(words: AnswerWords, points: readonly Point[]): PlacedAnswer[] {
  return points.slice(1).flatMap((point, at) => {
    const before = points[at]
    if (before === undefined || before.x !== point.x) return []
    const [top, bottom] = [Math.min(before.y, point.y), Math.max(before.y, point.y) - rise(words.lines)]
    const heights: number[] = []
    for (let y = top + 20; y < bottom; y += measure.answer) heights.push(y)
    return heights.flatMap((y): PlacedAnswer[] => [
      { ...words, y, anchor: 'start', x: point.x + 8 },
      { ...words, y, anchor: 'end', x: point.x - 8 },
    ])
  })
}

const underStart = (words: AnswerWords, start: Point): PlacedAnswer[] => [
  { ...words, anchor: 'start', x: start.x + 8, y: start.y + 17 },
  { ...words, anchor: 'end', x: start.x - 8, y: start.y + 17 },
]
