import { marksOf, type Table } from '../../types/table.ts'

export type Row = Table['rows'][number]
export type Mark = Table['marks'][number]
export type Outcome = Table['outcomes'][number]

/** What is known of a case: a value for each column, and null or nothing where it is not known. */
export type Given = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What a table says about one case, and why. */
export interface Answer {
  /** The rows that were hit: one at most, unless the table takes all. */
  readonly rows: readonly Row[]
  /** Their marks, each once; none when the table does not say. */
  readonly marks: readonly Mark[]
  /** Their outcomes, each once, in the order in which the table declares them. */
  readonly outcomes: readonly Outcome[]
  /** A row said so; no row did and the table says what holds otherwise; or it does not say at all. */
  readonly from: 'row' | 'otherwise' | 'not_stated'
  /** The clauses of the rows, or of the whole table where no row was hit or its row names none. */
  readonly clauses: readonly string[]
}

/** Looks a case up. A column whose value is not known never matches a condition. */
export function lookUp(table: Table, given: Given): Answer {
  const rows = hitsOf(table, given)
  const otherwise = rows.length === 0 ? table.marks.find((mark) => mark.id === table.otherwise) : undefined
  const wantedMarks = new Set(rows.flatMap(marksOf))
  const wantedOutcomes = new Set(rows.flatMap((row) => row.outcomes))
  const own = [...new Set(rows.flatMap((row) => row.clauses))]
  return {
    rows,
    marks: otherwise === undefined ? table.marks.filter((mark) => wantedMarks.has(mark.id)) : [otherwise],
    outcomes: table.outcomes.filter((outcome) => wantedOutcomes.has(outcome.id)),
    from: rows.length > 0 ? 'row' : otherwise === undefined ? 'not_stated' : 'otherwise',
    clauses: own.length > 0 ? own : table.clauses,
  }
}

/** Whether a row holds in a case: every condition is met, and a condition left out matches anything. */
const matches = (row: Row, given: Given): boolean =>
  Object.entries(row.when).every(([input, wanted]) => {
    const value = given[input]
    return value !== null && value !== undefined && [wanted].flat().some((one) => String(one) === String(value))
  })

function hitsOf(table: Table, given: Given): readonly Row[] {
  const held = table.rows.filter((row) => matches(row, given))
  if (table.hit === 'all') return held
  if (table.hit === 'first') return held.slice(0, 1)
  const best = held.reduce<Row | undefined>(
    (found, row) => (found === undefined || before(row, found) ? row : found),
    undefined,
  )
  return best === undefined ? [] : [best]
}

const conditions = (row: Row): number => Object.keys(row.when).length

// The checker refuses two rows of one rank that say different things. The id decides between rows that say the same,
// so that their order in the file never matters.
const before = (a: Row, b: Row): boolean =>
  conditions(a) === conditions(b) ? a.id < b.id : conditions(a) > conditions(b)
