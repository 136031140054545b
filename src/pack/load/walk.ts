import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml'
import type { Fault } from './fault.ts'
import type { Path, Place, Positions } from './positions.ts'
import { LIMITS, type Parsed, placeAt } from './yaml.ts'

/** Plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A node with the key that leads to it. */
interface Visit {
  readonly node: unknown
  readonly path: Path
  readonly key: Place
  readonly depth: number
}

/** Turns nodes into plain JSON, notes where each stands, and refuses what has no place of its own. */
export class Walk {
  readonly faults: Fault[] = []
  readonly #parsed: Parsed
  readonly #positions: Positions

  constructor(parsed: Parsed, positions: Positions) {
    this.#parsed = parsed
    this.#positions = positions
  }

  /** The value of a node, or null with a fault. */
  value({ node, path, key, depth }: Visit): Json {
    const place = this.place(node) ?? key
    this.#positions.note(path, place, key, isScalar(node) && this.#exact(node))
    if (depth > LIMITS.depth) return this.#refuse(place, 'too_deep', 'This nests too deeply.')
    if (isAlias(node)) return this.#refuse(place, 'alias', 'Aliases (*name) are not allowed: write the value out.')
    this.#refuseExtras(node, place)
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.#map(node.items, path, depth)
    if (isSeq<ParsedNode>(node)) return this.#list(node.items, path, depth, key)
    return isScalar(node) ? this.#scalar(node, place) : null
  }

  /** The entries of a map node, with the place of each key. */
  entries(items: readonly { key: unknown; value: unknown }[]): { name: string; node: unknown; key: Place }[] {
    const seen = new Set<string>()
    return items.flatMap((pair) => {
      const key = this.place(pair.key) ?? { file: this.#parsed.file.path, line: 1, column: 1 }
      this.#refuseExtras(pair.key, key)
      const name = isScalar(pair.key) ? pair.key.value : null
      if (typeof name !== 'string' || name === '__proto__' || !canBeStored(name))
        this.#refuse(key, 'bad_key', 'A key must be a plain word.')
      else if (seen.has(name))
        this.#refuse(key, 'duplicate_id', 'This key stands here twice. Give the second one another name, or join them.')
      else {
        seen.add(name)
        return [{ name, node: pair.value, key }]
      }
      return []
    })
  }

  /** Where a node's own characters begin. */
  place(node: unknown): Place | null {
    const range = rangeOf(node)
    if (range === null) return null
    // The place of a quoted text is its first character inside the quotes, so that faults within it are exact.
    const quoted = isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE')
    return placeAt(this.#parsed.file, this.#parsed.lines, range + (quoted ? 1 : 0))
  }

  #map(items: readonly { key: unknown; value: unknown }[], path: Path, depth: number): Json {
    return Object.fromEntries(
      this.entries(items).map(({ name, node, key }) => [
        name,
        this.value({ node, path: [...path, name], key, depth: depth + 1 }),
      ]),
    )
  }

  #list(items: readonly unknown[], path: Path, depth: number, key: Place): Json {
    return items.map((node, index) =>
      this.value({ node, path: [...path, index], key: this.place(node) ?? key, depth: depth + 1 }),
    )
  }

  #scalar(node: Scalar, place: Place): Json {
    const { value } = node
    if (typeof value === 'string' && !canBeStored(value))
      return this.#refuse(place, 'bad_value', 'This text holds a character that cannot be stored: write it without.')
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    return this.#refuse(place, 'bad_value', 'This number cannot be used.')
  }

  #exact(node: Scalar): boolean {
    const range = rangeOf(node)
    if (range === null || typeof node.value !== 'string') return false
    const start = range + (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0)
    return this.#parsed.file.text.startsWith(node.value, start)
  }

  #refuseExtras(node: unknown, place: Place): void {
    if (typeof node !== 'object' || node === null) return
    if ('anchor' in node && node.anchor)
      this.#refuse(place, 'anchor', 'Anchors (&name) are not allowed: write the value out.')
    if ('tag' in node && node.tag) this.#refuse(place, 'tag', 'Tags (!name) are not allowed.')
  }

  #refuse(place: Place, rule: string, says: string): null {
    this.faults.push({ ...place, rule, says })
    return null
  }
}

// Written as \0 or half a pair (\uD800), they are in no file and yet in the value; no database takes them.
const canBeStored = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

const rangeOf = (node: unknown): number | null => {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null
}
