/** Counts of people and of what happened to them, so that nobody can be recognised: small ones are not said. */

/** Numbers from 1 to one less than this are not shown. */
export const SMALLEST_SHOWN = 5

/** A row of counts as it may be shown: null where a number is not. */
export interface ShownCounts {
  readonly cells: readonly (number | null)[]
  readonly total: number | null
}

/**
 * Leaves out what is small, and whatever else would let it be worked out from the total, also by somebody who knows this rule:
 * what is left out are the smallest counts up to some size, never all of them alike while the total is shown. So each of them
 * could be any of the others. Nothing happened is shown as 0: there is nobody to recognise.
 */
export function shownCounts(counts: readonly number[]): ShownCounts {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const least = hiddenUpTo(counts)
  const hidden = counts.filter((count) => count > 0 && count <= least)
  const alike = new Set(hidden).size === 1
  return {
    cells: counts.map((count) => (count > 0 && count <= least ? null : count)),
    total: alike || isSmall(total) ? null : total,
  }
}

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_SHOWN

/** Up to which size counts are left out: the small ones, and the next size when those are all alike. */
function hiddenUpTo(counts: readonly number[]): number {
  const small = new Set(counts.filter(isSmall))
  if (small.size !== 1) return small.size === 0 ? 0 : SMALLEST_SHOWN - 1
  const larger = counts.filter((count) => count >= SMALLEST_SHOWN)
  return larger.length === 0 ? SMALLEST_SHOWN - 1 : Math.min(...larger)
}

/** A table of counts over columns that have nothing in common, such as terms: each column is shown by itself. */
export interface ShownTable {
  readonly rows: readonly ShownCounts[]
  readonly totals: readonly (number | null)[]
  readonly total: number | null
}

/**
 * Several columns beside each other. A sum over columns is shown only where every part of it is, so it says nothing that the
 * columns do not.
 */
export function shownTable(rows: readonly (readonly number[])[], columns: number): ShownTable {
  const each = Array.from({ length: columns }, (_, column) => shownCounts(rows.map((row) => row[column] ?? 0)))
  const totals = each.map((column) => column.total)
  return {
    rows: rows.map((_, row) => {
      const cells = each.map((column) => column.cells[row] ?? null)
      return { cells, total: sumOf(cells) }
    }),
    totals,
    total: sumOf(totals),
  }
}

const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0)
