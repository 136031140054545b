import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { TableSpec } from './columns.ts'
import { decode } from './decode.ts'
import type { FaultList } from './faults.ts'
import { looksLikeHeader, type Positions, readHeader } from './header.ts'
import { Row } from './row.ts'

/** How far down a header is looked for, and the longest row that is believed. */
const HEADER_WITHIN = 10
const LONGEST_ROW = 200_000

/** Reads one file row by row. Rows that are wholly empty are passed over, and still counted. */
export async function* readTable(spec: TableSpec, bytes: Uint8Array, faults: FaultList): AsyncGenerator<Row> {
  const { text, note } = decode(bytes)
  if (note !== null) faults.note(spec.file, note)
  let at: Positions | null = null
  let number = 0
  let width = 0
  let first = false
  try {
    const delimiter = separator(spec, text, faults)
    for await (const cells of records(text, delimiter)) {
      number += 1
      if (isBlank(cells)) continue
      if (at === null) {
        const found = headerAt(spec, cells, number, faults)
        if (found === 'unusable') return
        if (found !== null) [at, width] = [found, cells.length]
      } else {
        const row = new Row(spec.file, number, cells, at, faults)
        // Some exports end each row with one more comma than the header: the first row shows it.
        if (!first && isBlank(cells.slice(width))) width = Math.max(width, cells.length)
        first = true
        if (cells.length > width) row.fault(null, TOO_MANY)
        row.mayHideRows = cells.some((cell) => runsOver(cell) && (cell.includes(delimiter) || cells.length > width))
        yield row
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.stop(spec.file, unreadable(error), typeof error.records === 'number' ? error.records + 1 : null)
    return
  }
  if (at === null) faults.stop(spec.file, noHeader(spec))
}

const runsOver = (cell: string): boolean => /[\r\n]/.test(cell)

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

async function* records(text: string, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    delimiter,
    // Files that were put together from several have more than one kind of line end.
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
  })
  const source = Readable.from(slices(text))
  source.pipe(parser)
  yield* parser
}

function* slices(text: string): Generator<Buffer> {
  // Cut between characters, never inside a pair of surrogates.
  for (let from = 0; from < text.length; ) {
    const to = from + 65_536
    const end = (text.charCodeAt(to - 1) & 0xfc00) === 0xd800 ? to + 1 : to
    yield Buffer.from(text.slice(from, end))
    from = end
  }
}

function separator(spec: TableSpec, text: string, faults: FaultList): string {
  const first =
    text
      .slice(0, 2000)
      .split(/\r?\n/)
      .find((line) => line.toLowerCase().includes('sourcedid')) ?? ''
  const found = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  if (found !== ',')
    faults.note(
      spec.file,
      `The cells are separated by ${found === ';' ? 'semicolons' : 'tabs'}; they were read as if they were commas.`,
    )
  return found
}

type Header = Positions | 'unusable' | null

function headerAt(spec: TableSpec, cells: readonly string[], number: number, faults: FaultList): Header {
  if (looksLikeHeader(spec, cells)) return readHeader(spec, cells, number, faults) ?? 'unusable'
  if (number >= HEADER_WITHIN) {
    faults.stop(spec.file, noHeader(spec), 1)
    return 'unusable'
  }
  faults.add('note', spec.file, number, null, 'This row above the header was left aside.')
  return null
}

const noHeader = (spec: TableSpec): string =>
  `No header row was found. It should begin with “${spec.columns[0]},${spec.columns[1]}”.`

const TOO_MANY = 'This row has more cells than the header. A text with a comma in it must stand in quotation marks.'

const unreadable = (error: CsvError): string =>
  error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    ? 'A quotation mark is opened here or above and never closed, so the rest cannot be told apart.'
    : `The file cannot be read from here on: ${error.message.split('.')[0]}.`
