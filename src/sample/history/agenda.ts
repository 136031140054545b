/** Something that happens at a moment of the history. */
interface Happening {
  readonly at: number
  readonly order: number
  readonly work: () => Promise<void>
  /** Whether it may happen at once with others of its kind. */
  readonly apart: boolean
}

// As many at once as keep two cores busy; and only what lies so close together that one moment is true for all.
const MOST_AT_ONCE = 4
const CLOSE_MS = 180_000

/** What is still to happen, in order of time; what happens at the same moment keeps the order in which it was planned. */
export class Agenda {
  readonly #coming: Happening[] = []
  #planned = 0

  plan(at: Temporal.Instant, work: () => Promise<void>, { apart = false } = {}): void {
    const one = { at: at.epochMilliseconds, order: this.#planned, work, apart }
    this.#planned += 1
    this.#coming.splice(this.#placeOf(one), 0, one)
  }

  /** Lets everything happen that lies at or before a moment, also what is planned on the way. */
  async runUntil(end: Temporal.Instant, before: (at: Temporal.Instant) => Promise<void> | void): Promise<number> {
    let count = 0
    for (;;) {
      const batch = this.#takeNext(end.epochMilliseconds)
      const last = batch.at(-1)
      if (last === undefined) return count
      await before(Temporal.Instant.fromEpochMilliseconds(last.at))
      await Promise.all(batch.map((one) => one.work()))
      count += batch.length
    }
  }

  /** What comes next; with what may happen at once and lies close behind it. */
  #takeNext(end: number): Happening[] {
    const batch: Happening[] = []
    for (let next = this.#coming.at(-1); next !== undefined && next.at <= end; next = this.#coming.at(-1)) {
      const [first] = batch
      if (first !== undefined && !(first.apart && next.apart && next.at - first.at <= CLOSE_MS)) break
      this.#coming.pop()
      batch.push(next)
      if (!next.apart || batch.length === MOST_AT_ONCE) break
    }
    return batch
  }

  // The latest stands first, so that the next one is taken from the end.
  #placeOf(one: Happening): number {
    let [low, high] = [0, this.#coming.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#coming[middle]
      if (other !== undefined && (other.at > one.at || (other.at === one.at && other.order > one.order)))
        low = middle + 1
      else high = middle
    }
    return low
  }
}
