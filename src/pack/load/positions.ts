import type { Fault } from './fault.ts'

/** Where something stands in a file. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Only for content that came from no file. */
  readonly path?: Path
}

/** Keys and indexes from the top of the pack down to a value. */
export type Path = readonly (string | number)[]

/** Where a value stands; `exact` when its characters in the file are the value's own, one for one. */
interface Entry {
  readonly value: Place
  readonly key: Place
  readonly exact: boolean
}

const name = (path: Path): string => JSON.stringify(path)

/** Knows where every key and value of a loaded pack stands. */
export class Positions {
  readonly #entries = new Map<string, Entry>()
  readonly #files: readonly string[]

  constructor(files: readonly string[]) {
    this.#files = files
  }

  /** Notes where a value stands; the first file to name a joined map keeps the place. */
  note(path: Path, value: Place, key: Place, exact = false): void {
    const at = name(path)
    if (!this.#entries.has(at)) this.#entries.set(at, { value, key, exact })
  }

  /** Whether the file has something at this path itself. */
  has(path: Path): boolean {
    return this.#entries.has(name(path))
  }

  /** Where the value at a path stands, or the nearest thing around it. */
  at(path: Path): Place {
    return this.#nearest(path)?.value ?? this.#top()
  }

  /** Where the key of a path stands. */
  key(path: Path): Place {
    return this.#nearest(path)?.key ?? this.#top()
  }

  /** A place inside a text: exact when the text stands in the file as it is, else where the text begins. */
  inside(path: Path, offset: number): Place {
    const entry = this.#entries.get(name(path))
    if (entry === undefined || !entry.exact) return this.at(path)
    return { ...entry.value, column: entry.value.column + offset }
  }

  /** A fault at the value of a path. */
  fault(path: Path, rule: string, says: string): Fault {
    return { ...this.at(path), rule, says }
  }

  /** A fault at the key of a path, for something that is wrong with the whole entry. */
  faultAtKey(path: Path, rule: string, says: string): Fault {
    return { ...this.key(path), rule, says }
  }

  #nearest(path: Path): Entry | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const entry = this.#entries.get(name(path.slice(0, length)))
      if (entry !== undefined) return entry
    }
    return undefined
  }

  #top(): Place {
    return { file: this.#files[0] ?? 'pack.yaml', line: 1, column: 1 }
  }
}
