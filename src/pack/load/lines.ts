/** Finds the line and column of an offset. (The parser's own counter loses lines after some faults.) */
export class Lines {
  readonly #starts: readonly number[]
  readonly #length: number

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map((found) => found.index + 1)]
    this.#length = text.length
  }

  /** Line and column, counted from 1; an offset outside the text is moved to its nearest edge. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const inside = Math.min(Math.max(offset, 0), this.#length)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= inside) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 }
  }
}
