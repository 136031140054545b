// PostgreSQL takes 65,535 parameters in a statement; the widest row here has fewer than 20.
const MOST_ROWS = 2_000

/** Rows in portions that fit into one statement each. */
export function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += MOST_ROWS) yield rows.slice(at, at + MOST_ROWS)
}
