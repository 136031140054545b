import { percentile, round } from './figure.ts'

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Runs work again and again, so many at once, for a bounded time and count; the first tenth warms up and does not count. */
export async function load(
  atOnce: number,
  options: { seconds: number; most: number },
  work: (index: number) => Promise<void>,
): Promise<Load> {
  const samples: number[] = []
  const warmUp = Math.ceil(options.most / 10)
  const deadline = performance.now() + options.seconds * 1000
  let next = 0
  let began = performance.now()
  const lane = async () => {
    while (next < options.most && performance.now() < deadline) {
      const index = next
      next += 1
      if (index === warmUp) began = performance.now()
      const start = performance.now()
      await work(index)
      if (index >= warmUp) samples.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const seconds = (performance.now() - began) / 1000
  return { perSecond: round(samples.length / seconds), p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) }
}

/** Measures two things in turns, so that a busy moment of the machine meets both. Keeps each one's best turn. */
export async function inTurns(turns: number, a: () => Promise<Load>, b: () => Promise<Load>): Promise<[Load, Load]> {
  const [as, bs]: [Load[], Load[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    as.push(await a())
    bs.push(await b())
  }
  const best = (loads: Load[]) =>
    loads.toSorted((one, two) => two.perSecond - one.perSecond)[0] ?? { perSecond: 0, p50: 0, p99: 0 }
  return [best(as), best(bs)]
}
