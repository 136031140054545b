/** A column of an export: its heading, and how a row fills it. */
export interface CsvColumn<Row> {
  readonly title: string
  readonly value: (row: Row) => string | number | boolean | null | undefined
}

// Without it, spreadsheets read UTF-8 as the machine's old code page and spoil names.
const BOM = '\ufeff'
const LINE_END = '\r\n'
// What spreadsheets take for the start of a formula, the full-width twins of Japanese keyboards included, also behind blanks.
const FORMULA = /^[\s\u00a0\u200b\u3000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/u
const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/

/**
 * A whole table as CSV: RFC 4180, UTF-8 with its mark, and no cell that a spreadsheet would run. `after` is said in a line of
 * its own at the end: that it is not everything.
 */
export function csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  after: string | null = null,
): string {
  const end = after === null ? [] : [[after, ...columns.slice(1).map(() => '')].map(cell).join(',') + LINE_END]
  return [...csvHead(columns), ...Array.from(rows, (row) => csvLine(columns, row)), ...end].join('')
}

function csvHead<Row>(columns: readonly CsvColumn<Row>[]): string[] {
  return [BOM, columns.map((column) => cell(column.title)).join(',') + LINE_END]
}

function csvLine<Row>(columns: readonly CsvColumn<Row>[], row: Row): string {
  return columns.map((column) => cell(column.value(row))).join(',') + LINE_END
}

/** One value as it stands in a file: made harmless, then quoted when any country’s spreadsheet would split it. */
export function cell(value: string | number | boolean | null | undefined): string {
  const text = harmless(value === null || value === undefined ? '' : String(value))
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** Puts an apostrophe before what would be run as a formula. A plain number such as -3 stays a number. */
export function harmless(text: string): string {
  const whole = text.toWellFormed().replaceAll('\0', '')
  return FORMULA.test(whole) && !PLAIN_NUMBER.test(whole) ? `'${whole}` : whole
}
