/** Something that happens at a moment of the history. */
interface Happening {
  readonly at: number
  readonly order: number
  readonly work: () => Promise<void>
}

/** What is still to happen, in order of time; what happens at the same moment keeps the order in which it was planned. */
export class Agenda {
  readonly #coming: Happening[] = []
  #planned = 0

  plan(at: Temporal.Instant, work: () => Promise<void>): void {
    const one = { at: at.epochMilliseconds, order: this.#planned, work }
    this.#planned += 1
    this.#coming.splice(this.#placeOf(one), 0, one)
  }

  /** Lets everything happen that lies at or before a moment, also what is planned on the way. */
  async runUntil(end: Temporal.Instant, before: (at: Temporal.Instant) => Promise<void> | void): Promise<number> {
    let count = 0
    for (;;) {
      const next = this.#coming.at(-1)
      if (next === undefined || next.at > end.epochMilliseconds) return count
      this.#coming.pop()
      await before(Temporal.Instant.fromEpochMilliseconds(next.at))
      await next.work()
      count += 1
    }
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
