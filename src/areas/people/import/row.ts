import type { FaultList } from './faults.ts'

/** One row of a file, read by column name. A row with a fault is left out as a whole. */
export class Row {
  readonly number: number
  /** Whether a quotation mark that was never closed may have drawn rows below into this one. */
  mayHideRows = false
  readonly #file: string
  readonly #cells: readonly string[]
  readonly #at: ReadonlyMap<string, number>
  readonly #faults: FaultList
  #faulty = false

  constructor(
    file: string,
    number: number,
    cells: readonly string[],
    at: ReadonlyMap<string, number>,
    faults: FaultList,
  ) {
    this.#file = file
    this.number = number
    this.#cells = cells
    this.#at = at
    this.#faults = faults
  }

  /** The cell's text, tidied; null when it is empty, undefined when the file has no such column. */
  cell(column: string): string | null | undefined {
    const at = this.#at.get(column)
    return at === undefined ? undefined : tidy(this.#cells[at] ?? '')
  }

  /** The same for a name: Null is a surname. */
  name(column: string): string | null | undefined {
    const at = this.#at.get(column)
    return at === undefined ? undefined : clean(this.#cells[at] ?? '') || null
  }

  fault(column: string | null, says: string): void {
    this.#faulty = true
    this.#faults.add('row', this.#file, this.number, column, says)
  }

  note(column: string | null, says: string): void {
    this.#faults.add('note', this.#file, this.number, column, says)
  }

  get faulty(): boolean {
    return this.#faulty
  }
}

// What spreadsheets and exports write where there is nothing.
const EMPTY = /^(NULL|#N\/A)$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f\u00a0\u200b\u2060\ufeff]+/g

const clean = (raw: string): string => raw.normalize('NFC').replace(CONTROLS, ' ').trim()

function tidy(raw: string): string | null {
  if (raw === '') return null
  const text = clean(raw)
  // An apostrophe before a number is how Excel is told to leave leading zeros alone.
  const bare = /^'\d/.test(text) ? text.slice(1) : text
  return bare === '' || EMPTY.test(bare) ? null : bare
}
