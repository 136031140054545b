/** A source of chance that gives the same answers for the same seed, on every machine. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T
  /** True as often as `share` says. */
  happens(share: number): boolean
}

/** Chance for one named matter, so that drawing more in one place changes nothing in another. */
export function chanceFor(seed: number, matter: string): Chance {
  let state = hash(`${seed} ${matter}`)
  const next = (): number => {
    // One round of the 32-bit mixer known as mulberry: quick, and even enough for names and birthdays.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(0, from.length - 1)]
    if (picked === undefined) throw new Error('Nothing can be picked from an empty list')
    return picked
  }
  return { next, whole, pick, happens: (share) => next() < share }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
