import type { Third } from '#core/calendar/thirds.ts'
import { thirdOf } from '#core/calendar/thirds.ts'
import { shownTable } from '#core/small-numbers.ts'
import type { MonthCount } from '../queries/review-counts.ts'
import type { ReviewTable } from './types.ts'

/**
 * One table for each school: schools and thirds have nothing in common, so no number tells another. There is no table of all
 * schools together, because with it those of all schools but one would tell the last.
 */
export function countTables(
  counts: readonly MonthCount[],
  schools: readonly { readonly id: string; readonly name: string }[],
  thirds: readonly Third[],
  kinds: readonly { readonly value: string; readonly text: string }[],
): ReviewTable[] {
  return schools.map((school) => {
    const own = counts.filter((count) => count.schoolId === school.id)
    const kindOf = (count: MonthCount) => kinds.find((kind) => kind.value === count.kind)?.text ?? OTHER
    const names = [...kinds.map((kind) => kind.text), ...(own.some((count) => kindOf(count) === OTHER) ? [OTHER] : [])]
    const rows = [...new Set(names)].map((name) => ({
      name,
      cells: thirds.map((third) =>
        own
          .filter((count) => kindOf(count) === name && thirdOf(firstDay(count.month)).id === third.id)
          .reduce((sum, count) => sum + count.count, 0),
      ),
    }))
    const used = rows.filter((row) => row.cells.some((count) => count > 0))
    return {
      school: school.name,
      names: used.map((row) => row.name),
      shown: shownTable(
        used.map((row) => row.cells),
        thirds.length,
      ),
    }
  })
}

const OTHER = 'Not said'

const firstDay = (month: string) => Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
