/** The only source of the current time. Tests and the sample history set it; nothing else may call `Date.now()`. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still until it is set; for tests and for the sample's two years of history. */
export class SetClock implements Clock {
  #now: Temporal.Instant
  constructor(start: Temporal.Instant | string) {
    this.#now = Temporal.Instant.from(start)
  }
  now(): Temporal.Instant {
    return this.#now
  }
  set(to: Temporal.Instant | string): void {
    this.#now = Temporal.Instant.from(to)
  }
  advance(by: Temporal.DurationLike | string): void {
    this.#now = this.#now.toZonedDateTimeISO('UTC').add(by).toInstant()
  }
}

/** The zone in which a school reads its clocks, unless it says otherwise. */
export const SCHOOL_ZONE = 'Europe/London'
