import { percentile, round } from './figure.ts'

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** How long work is done again and again: at most so many seconds, and at most so many times. */
export interface Bounds {
  readonly seconds: number
  readonly most: number
}

const WARM_UP = 0.15

/**
 * Runs work again and again, so many at once, for a bounded time and count. The first part of the time, or of the count
 * where that comes first, warms up and does not count; what is under way at the end does.
 */
export async function load(atOnce: number, bounds: Bounds, work: (index: number) => Promise<void>): Promise<Load> {
  const samples: number[] = []
  const start = performance.now()
  const deadline = start + bounds.seconds * 1000
  const warmTime = start + bounds.seconds * 1000 * WARM_UP
  const warmCount = Math.ceil(bounds.most * WARM_UP)
  let next = 0
  let counting: number | null = null
  const lane = async () => {
    while (next < bounds.most && performance.now() < deadline) {
      const index = next
      next += 1
      const began = performance.now()
      if (counting === null && (index >= warmCount || began >= warmTime)) counting = began
      const counts = counting !== null
      await work(index)
      if (counts) samples.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (samples.length === 0) throw new Error(`nothing was done within ${bounds.seconds} s`)
  const seconds = (performance.now() - (counting ?? start)) / 1000
  return { perSecond: round(samples.length / seconds), p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) }
}

/** Measures two things in turns, so that a busy moment of the machine meets both. Keeps each one's best turn. */
export async function inTurns(turns: number, a: () => Promise<Load>, b: () => Promise<Load>): Promise<[Load, Load]> {
  const [as, bs]: [Load[], Load[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    as.push(await a())
    bs.push(await b())
  }
  return [best(as), best(bs)]
}

function best(loads: readonly Load[]): Load {
  const [first] = loads.toSorted((one, two) => two.perSecond - one.perSecond)
  if (first === undefined) throw new Error('nothing was measured')
  return first
}
