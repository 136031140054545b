// PostgreSQL takes 65,535 parameters in a statement; the widest of our rows has fewer than 30.
const MOST_ROWS = 2_000

/** Rows in portions that fit into one statement each, or of a size of one's own. */
export function* batches<Row>(rows: readonly Row[], size = MOST_ROWS): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
