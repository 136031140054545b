import { closeSync, openSync, readSync } from 'node:fs'

/** Runs of code points, first and last, in ascending order. */
export type Ranges = readonly (readonly [first: number, last: number])[]

/** Reads which code points a TrueType or OpenType font file can draw, from its `cmap` table alone. */
export function readCoverage(path: string): Ranges {
  const file = openSync(path, 'r')
  try {
    const table = findCmap(file)
    const at = bestSubtable(table)
    if (at === null) throw new Error(`${path} has no Unicode cmap`)
    return table.readUInt16BE(at) === 12 ? segments12(table, at) : segments4(table, at)
  } finally {
    closeSync(file)
  }
}

/** Whether a code point lies in the ranges. */
export function covers(ranges: Ranges, codePoint: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle] ?? [0, -1]
    if (codePoint < first) high = middle - 1
    else if (codePoint > last) low = middle + 1
    else return true
  }
  return false
}

function findCmap(file: number): Buffer {
  const count = readAt(file, 4, 2).readUInt16BE(0)
  const directory = readAt(file, 12, count * 16)
  for (let entry = 0; entry < directory.length; entry += 16) {
    if (directory.toString('latin1', entry, entry + 4) === 'cmap')
      return readAt(file, directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12))
  }
  throw new Error('no cmap table')
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  if (readSync(file, buffer, 0, length, position) !== length) throw new Error('font file ends early')
  return buffer
}

/** Format 12 reaches all planes, so it is preferred; format 4 knows the first plane only. */
function bestSubtable(table: Buffer): number | null {
  let four: number | null = null
  for (let record = 0; record < table.readUInt16BE(2); record += 1) {
    const entry = 4 + record * 8
    const platform = table.readUInt16BE(entry)
    const offset = table.readUInt32BE(entry + 4)
    const format = table.readUInt16BE(offset)
    if (platform !== 0 && platform !== 3) continue
    if (format === 12) return offset
    if (format === 4) four = offset
  }
  return four
}

function segments12(table: Buffer, at: number): Ranges {
  const groups = table.readUInt32BE(at + 12)
  return Array.from({ length: groups }, (_, group) => {
    const entry = at + 16 + group * 12
    return [table.readUInt32BE(entry), table.readUInt32BE(entry + 4)] as const
  })
}

function segments4(table: Buffer, at: number): Ranges {
  const size = table.readUInt16BE(at + 6)
  const ranges: [number, number][] = []
  for (let segment = 0; segment < size; segment += 2) {
    const last = table.readUInt16BE(at + 14 + segment)
    const first = table.readUInt16BE(at + 16 + size + segment)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      if (glyph4(table, at, size, segment, code, first) === 0) continue
      const open = ranges.at(-1)
      if (open !== undefined && open[1] === code - 1) open[1] = code
      else ranges.push([code, code])
    }
  }
  return ranges
}

function glyph4(table: Buffer, at: number, size: number, segment: number, code: number, first: number): number {
  const delta = table.readUInt16BE(at + 16 + size * 2 + segment)
  const rangeAt = at + 16 + size * 3 + segment
  const range = table.readUInt16BE(rangeAt)
  if (range === 0) return (code + delta) & 0xffff
  const glyph = table.readUInt16BE(rangeAt + range + (code - first) * 2)
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
