import type { Row } from './row.ts'

/** The ids of one kind of thing: which are in the file, which rows could not be read, which were here before. */
export class Ids {
  readonly unread = new Set<string>()
  readonly #rows = new Map<string, number>()
  readonly #before: ReadonlySet<string>
  #stripped: Map<string, string> | null = null

  /** `before` counts only where the file does not list everything. */
  constructor(before: ReadonlySet<string>) {
    this.#before = before
  }

  /** Takes an id for a row; a second row with the same id is at fault. */
  claim(row: Row, sourcedId: string): boolean {
    const first = this.#rows.get(sourcedId)
    if (first === undefined) {
      this.#rows.set(sourcedId, row.number)
      return true
    }
    row.fault('sourcedId', `“${sourcedId}” is already the id of row ${first}. Each id stands once.`)
    return false
  }

  /** Where a reference leads; `unread` when its row is there and was at fault. */
  find(sourcedId: string): 'here' | 'unread' | 'missing' {
    if (this.unread.has(sourcedId)) return 'unread'
    return this.#rows.has(sourcedId) || this.#before.has(sourcedId) ? 'here' : 'missing'
  }

  /** Tells what a dangling reference was probably meant to be. */
  hint(sourcedId: string): string {
    this.#stripped ??= new Map([...this.#rows.keys(), ...this.#before].map((id) => [bare(id), id]))
    const meant = this.#stripped.get(bare(sourcedId))
    return meant === undefined ? '' : ` There is “${meant}”: has Excel taken away the leading zeros?`
  }
}

const bare = (sourcedId: string): string => sourcedId.toLowerCase().replace(/^0+/, '')
