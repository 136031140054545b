import { isMap, isSeq } from 'yaml'
import type { Fault } from './fault.ts'
import { Positions } from './positions.ts'
import { type Json, Walk } from './walk.ts'
import type { Parsed } from './yaml.ts'

/** The files of a folder as one value, and where each part of it stands. */
export interface Merged {
  readonly value: { [key: string]: Json }
  readonly positions: Positions
  readonly faults: readonly Fault[]
}

/** Joins files by their top-level keys: maps take entries from each, lists follow one another. */
export function mergeFiles(files: readonly Parsed[]): Merged {
  const positions = new Positions(files.map((parsed) => parsed.file.path))
  const value: { [key: string]: Json } = {}
  // Lists of lists: a hundred thousand faults are more than one call takes as arguments.
  const faults: (readonly Fault[])[] = []
  for (const parsed of files) {
    faults.push(parsed.faults)
    const walk = new Walk(parsed, positions)
    if (isMap(parsed.root)) joinFile(walk, parsed.root.items, value, positions)
    else if (parsed.root !== null)
      faults.push([
        {
          file: parsed.file.path,
          line: 1,
          column: 1,
          rule: 'bad_file',
          says: 'A pack file begins with a key such as records: or clauses:.',
        },
      ])
    faults.push(walk.faults)
  }
  return { value, positions, faults: faults.flat() }
}

type Items = readonly { key: unknown; value: unknown }[]

function joinFile(walk: Walk, items: Items, into: { [key: string]: Json }, positions: Positions): void {
  for (const { name, node, key } of walk.entries(items)) {
    const before = Object.hasOwn(into, name) ? into[name] : undefined
    if (before === undefined) into[name] = walk.value({ node, path: [name], key, depth: 1 })
    else if (Array.isArray(before) && isSeq(node))
      for (const item of node.items)
        before.push(walk.value({ node: item, path: [name, before.length], key: walk.place(item) ?? key, depth: 2 }))
    else if (isObject(before) && isMap(node)) joinMap(walk, node.items, name, before, positions)
    else walk.faults.push({ ...key, rule: 'duplicate_id', says: `“${name}” stands in another file already.` })
  }
}

function joinMap(walk: Walk, items: Items, name: string, into: { [key: string]: Json }, positions: Positions): void {
  for (const entry of walk.entries(items)) {
    const path = [name, entry.name]
    if (Object.hasOwn(into, entry.name)) {
      const first = positions.key(path)
      const says = `“${entry.name}” stands in ${first.file} line ${first.line} already. Give one of them another id.`
      walk.faults.push({ ...entry.key, rule: 'duplicate_id', says })
    } else into[entry.name] = walk.value({ node: entry.node, path, key: entry.key, depth: 2 })
  }
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
