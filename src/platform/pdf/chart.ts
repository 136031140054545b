import type { PdfText } from './document.ts'

/** A decision chart in units of its own: shapes as numbers, words apart, because a drawing may hold no text. */
export interface PdfChart {
  /** The chart in a sentence, for those who do not see it. */
  readonly alt: string
  readonly width: number
  readonly height: number
  /** Where a chart that is too high for one sheet may be cut: between its rows. */
  readonly cuts: readonly number[]
  readonly ways: readonly { readonly path: string; readonly inked: boolean }[]
  readonly steps: readonly PdfChartStep[]
  readonly words: readonly PdfChartWords[]
}

/** A step as a shape: inked when it was done. */
export interface PdfChartStep {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How round its corners are. */
  readonly round: number
  readonly state: 'done' | 'now' | 'later' | 'not_taken'
}

/** Lines of words with the base of the first of them. */
export interface PdfChartWords {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** From one line to the next. */
  readonly step: number
  readonly lines: readonly PdfText[]
  readonly tone: 'on_ink' | 'now' | 'quiet' | 'answer'
}

/** How a chart lies on its sheets, in millimetres. */
export interface PdfSheets {
  readonly flipped: boolean
  /** Millimetres for each unit. */
  readonly scale: number
  /** The part of the chart on each sheet, from and to. */
  readonly slices: readonly { readonly from: number; readonly to: number }[]
}

const UPRIGHT = { width: 170, height: 218 }
const FLIPPED = { width: 257, height: 134 }
// Letters of about ten points, and never so small that they cannot be read.
const LARGEST = 0.24
const SMALLEST = 0.135

/** Lays a chart on as few sheets as it can be read on: upright where it fits, else on its side, cut between its rows. */
export function sheetsOf({ width, height, cuts }: Pick<PdfChart, 'width' | 'height' | 'cuts'>): PdfSheets {
  const flipped = UPRIGHT.width / width < SMALLEST
  const room = flipped ? FLIPPED : UPRIGHT
  const across = Math.min(LARGEST, room.width / width)
  const whole = Math.min(across, room.height / height)
  const scale = whole >= Math.min(SMALLEST, across) ? whole : across
  const most = room.height / scale
  const slices: { from: number; to: number }[] = []
  for (let from = 0; from < height; ) {
    const rest = height - from <= most ? height : undefined
    const cut = rest ?? cuts.filter((at) => at > from && at - from <= most).at(-1) ?? Math.min(height, from + most)
    slices.push({ from, to: cut })
    from = cut
  }
  return { flipped, scale, slices }
}

const INK = '#12434e'
const PENCIL = '#8a9396'
const LOOKS = {
  done: `fill="${INK}" stroke="${INK}" stroke-width="1.5"`,
  now: 'fill="#fdf0d9" stroke="#a86400" stroke-width="4"',
  later: `fill="#ffffff" stroke="${PENCIL}" stroke-width="1.5"`,
  not_taken: `fill="none" stroke="${PENCIL}" stroke-width="1.5" stroke-dasharray="3 4"`,
} as const
const PATH = /^[MLQ0-9 .-]*$/

/** The shapes of a chart as SVG: the way that was taken in ink, the others in pencil. */
export function chartSvg({ width, height, ways, steps }: PdfChart): string {
  const drawn = (inked: boolean) => {
    const path = ways.flatMap((way) => (way.inked === inked && PATH.test(way.path) ? [way.path] : [])).join('')
    const look = inked
      ? `stroke="${INK}" stroke-width="5" stroke-linejoin="round"`
      : `stroke="${PENCIL}" stroke-width="1.75" stroke-dasharray="2 5"`
    return path === '' ? '' : `<path d="${path}" fill="none" stroke-linecap="round" ${look}/>`
  }
  const boxes = steps.map(
    (one) =>
      `<rect x="${one.x}" y="${one.y}" width="${one.width}" height="${one.height}" rx="${one.round}" ${LOOKS[one.state]}/>${one.state === 'done' ? tick(one.x + one.width - 12, one.y + 4) : ''}`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawn(false)}${drawn(true)}${boxes.join('')}</svg>`
}

const tick = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y}" r="10" fill="#1d6f42" stroke="#ffffff" stroke-width="2.5"/><path d="M${x - 4.5} ${y + 0.5}l3.5 3.5 6-7" fill="none" stroke="#ffffff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`
