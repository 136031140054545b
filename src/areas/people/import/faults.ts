import type { FaultWeight, RosterFault } from './types.ts'

/** More faults than a person can work through; the rest are counted, so that a hostile file cannot fill the memory. */
const MOST_FAULTS = 10_000

/** Collects the faults of a whole set, in the order in which they were found. */
export class FaultList {
  readonly #faults: RosterFault[] = []
  #more = 0

  add(weight: FaultWeight, file: string, row: number | null, column: string | null, says: string): void {
    if (weight === 'file') this.#stopped = true
    if (this.#faults.length >= MOST_FAULTS) {
      this.#more += 1
      return
    }
    this.#faults.push(column === null ? { weight, file, row, says } : { weight, file, row, column, says })
  }

  note(file: string, says: string): void {
    this.add('note', file, null, null, says)
  }

  stop(file: string, says: string, row: number | null = null): void {
    this.add('file', file, row, null, says)
  }

  #stopped = false

  /** Whether the set as a whole cannot be used. */
  get stopped(): boolean {
    return this.#stopped
  }

  /** All faults; when there were too many to keep, the last says how many more. */
  list(): RosterFault[] {
    if (this.#more === 0) return this.#faults
    const more = this.#more === 1 ? 'is one more fault that is' : `are ${this.#more} more faults that are`
    const says = `There ${more} not listed. Correct these first.`
    return [...this.#faults, { weight: 'row', file: 'all files', row: null, says }]
  }
}
