import type { Third } from '#core/calendar/thirds.ts'
import { thirdOf } from '#core/calendar/thirds.ts'
import type { ShownTable } from '#core/small-numbers.ts'
import { shownCounts, shownTable } from '#core/small-numbers.ts'
import type { CaseCount } from './count-cases.ts'
import type { Dimension } from './dimensions.ts'

/** Counts of cases: a row for each value, a column for each third of a school year. */
export interface TrendTable {
  /** The school whose cases they are; null where all that somebody handles stand together. */
  readonly school: string | null
  readonly names: readonly string[]
  readonly thirds: readonly Third[]
  /** Thirds of which nothing is shown, because the numbers would tell too much. */
  readonly withheld: readonly Third[]
  readonly shown: ShownTable
  /** So many values were typed that are not shown by themselves. */
  readonly others: number
}

const MOST_TYPED = 20
const NOT_SAID = 'Not said'

/** The table of some counts, for those who may see each number. */
export function trendTable(counts: readonly CaseCount[], thirds: readonly Third[], dimension: Dimension): TrendTable {
  const found = rowsOf(counts, thirds, dimension)
  // What there is most of comes first, where the answers have no order of their own. Small numbers stay in the policy's order,
  // or their place would tell their size.
  const all = ['kind', 'field', 'school'].includes(dimension.of)
    ? found.toSorted((one, other) => Number(one.value === null) - Number(other.value === null) || other.sum - one.sum)
    : found
  const rows = dimension.typed ? all.slice(0, MOST_TYPED) : all
  const shown = plainTable(
    rows.map((row) => row.cells),
    thirds.length,
  )
  return {
    school: null,
    names: rows.map((row) => row.name),
    thirds,
    withheld: [],
    shown,
    others: all.length - rows.length,
  }
}

/**
 * The table for those who govern, without what is small. The same cases are counted by several things, and the total of one
 * would tell what another leaves out: a third whose total may not be shown, by this or by their kind, is not shown at all.
 */
export function smallTable(
  found: { readonly own: readonly CaseCount[]; readonly byKind: readonly CaseCount[] },
  kinds: readonly { readonly value: string }[],
  thirds: readonly Third[],
  dimension: Dimension,
  school: string,
): TrendTable {
  const counts = {
    own: onlyKnown(found.own, dimension.of === 'month' ? null : dimension.values),
    byKind: onlyKnown(found.byKind, kinds),
  }
  const hides = (all: readonly CaseCount[], third: Third) => {
    const cells = rowsOf(all, [third], dimension).map((row) => row.sum)
    return cells.length > 0 && shownCounts(cells).total === null
  }
  const withheld = thirds.filter((third) => hides(counts.own, third) || hides(counts.byKind, third))
  const left = thirds.filter((third) => !withheld.includes(third))
  const rows = rowsOf(counts.own, left, dimension)
  const cells = rows.map((row) => row.cells)
  return {
    school,
    names: rows.map((row) => row.name),
    thirds: left,
    withheld,
    shown: shownTable(cells, left.length),
    others: 0,
  }
}

// What the policy of today does not have stands with what was not said, here as in the yearly review: two ways of putting the
// same cases together would tell by their difference what each leaves out.
const onlyKnown = (counts: readonly CaseCount[], known: readonly { readonly value: string }[] | null): CaseCount[] =>
  counts.map((one) =>
    known === null || known.some(({ value }) => value === one.value) ? one : { ...one, value: null },
  )

function rowsOf(counts: readonly CaseCount[], thirds: readonly Third[], dimension: Dimension) {
  const places = new Map(dimension.values.map((one, at) => [one.value, at]))
  const says = new Map(dimension.values.map((one) => [one.value, one.text]))
  const column = new Map(thirds.map((third, at) => [third.id, at]))
  const rows = [...Map.groupBy(counts, (one) => one.value)].map(([value, own]) => {
    const cells = thirds.map(() => 0)
    for (const one of own) {
      const at = column.get(thirdOf(Temporal.PlainYearMonth.from(one.month).toPlainDate({ day: 1 })).id)
      if (at !== undefined) cells[at] = (cells[at] ?? 0) + one.count
    }
    const name = value === null ? NOT_SAID : (says.get(value) ?? sayOther(dimension, value))
    return { value, name, cells, sum: cells.reduce((sum, count) => sum + count, 0) }
  })
  return rows
    .filter((row) => row.sum > 0)
    .toSorted((one, other) => {
      if (one.value === null || other.value === null) return one.value === null ? 1 : -1
      const byPlace = (places.get(one.value) ?? 999) - (places.get(other.value) ?? 999)
      if (dimension.typed) return other.sum - one.sum || (one.value < other.value ? -1 : 1)
      return byPlace || (one.value < other.value ? -1 : 1)
    })
}

function sayOther({ of }: Dimension, value: string): string {
  if (of !== 'month') return value
  return Temporal.PlainYearMonth.from(value)
    .toPlainDate({ day: 1 })
    .toLocaleString('en-GB', { month: 'long', year: 'numeric' })
}

function plainTable(rows: readonly (readonly number[])[], columns: number): ShownTable {
  const sum = (cells: readonly number[]) => cells.reduce((all, count) => all + count, 0)
  const totals = Array.from({ length: columns }, (_, at) => sum(rows.map((row) => row[at] ?? 0)))
  return { rows: rows.map((cells) => ({ cells, total: sum(cells) })), totals, total: sum(totals) }
}
