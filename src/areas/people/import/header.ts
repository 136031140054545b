import { ALIASES, SECRET_COLUMNS, SPELLINGS, type TableSpec } from './columns.ts'
import type { FaultList } from './faults.ts'

/** Where each known column stands in this file. */
export type Positions = ReadonlyMap<string, number>

/** Whether a row looks like the header: exports often write a title above it. */
export function looksLikeHeader(spec: TableSpec, cells: readonly string[]): boolean {
  const known = new Set(spec.columns.map(plain))
  return cells.filter((cell) => known.has(alias(spec.file, plain(cell)))).length >= Math.min(2, spec.columns.length)
}

/** Reads the header row: columns are found by name whatever their case and order, and what is odd is explained. */
export function readHeader(
  spec: TableSpec,
  cells: readonly string[],
  row: number,
  faults: FaultList,
): Positions | null {
  const known = new Map(spec.columns.map((column) => [plain(column), column]))
  const at = new Map<string, number>()
  let usable = true
  for (const [index, cell] of cells.entries()) {
    const column = known.get(alias(spec.file, plain(cell)))
    if (column === undefined) {
      unknownColumn(spec, cell.trim(), row, faults)
    } else if (at.has(column)) {
      faults.add('file', spec.file, row, column, `The column “${column}” is there twice. Keep one.`)
      usable = false
    } else {
      at.set(column, index)
      if (plain(cell) === plain(column) && cell.trim() !== column && !SPELLINGS.has(cell.trim()))
        faults.add('note', spec.file, row, column, `“${cell.trim()}” was read as “${column}”: the case is different.`)
    }
  }
  for (const column of spec.required) {
    if (at.has(column)) continue
    faults.add('file', spec.file, row, column, missing(spec, column))
    usable = false
  }
  noteOrder(spec, at, row, faults)
  for (const secret of SECRET_COLUMNS) at.delete(secret)
  return usable ? at : null
}

const plain = (name: string): string => name.trim().toLowerCase()

const alias = (file: string, name: string): string => ALIASES.get(`${file} ${name}`) ?? name

const missing = (spec: TableSpec, column: string): string =>
  `The column “${column}” is missing. Each ${spec.file} must have it.`

function unknownColumn(spec: TableSpec, cell: string, row: number, faults: FaultList): void {
  // Empty headings come from cells that Excel once held; metadata columns are the specification's own way to add some.
  if (cell === '' || plain(cell).startsWith('metadata.')) return
  if (spec.file === 'demographics.csv') return
  faults.add('note', spec.file, row, cell, `“${cell}” is not a column of this file and is left aside.`)
}

function noteOrder(spec: TableSpec, at: Positions, row: number, faults: FaultList): void {
  const found = spec.columns.filter((column) => at.has(column))
  const late = found.find((column, index) => (at.get(found[index - 1] ?? '') ?? -1) > (at.get(column) ?? 0))
  if (late === undefined) return
  const says = `The columns are not in the order of the specification (“${late}” comes too early). They were read by name.`
  faults.add('note', spec.file, row, late, says)
}
