import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownCounts, shownTable } from './small-numbers.ts'

describe('shownCounts', () => {
  test.each([
    [[0, 0], [0, 0], 0],
    [[12, 30], [12, 30], 42],
    [[3, 30], [null, null], 33],
    [[3, 12, 30], [null, null, 30], 45],
    [[1, 4, 30], [null, null, 30], 35],
    [[4, 4, 5, 20], [null, null, null, 20], 33],
    [[3, 12, 12, 30], [null, null, null, 30], 57],
    [[2, 0, 0], [null, 0, 0], null],
    [[1, 2], [null, null], null],
  ] as const)('%j is shown as %j with %j in all', (counts, cells, total) => {
    expect(shownCounts(counts)).toEqual({ cells, total })
  })

  test('what is left out cannot be worked out, not even by trying every table against the rule', () => {
    const groups = new Map<string, number[][]>()
    for (const counts of everyRow(4, 8)) {
      const key = JSON.stringify(shownCounts(counts))
      groups.set(key, [...(groups.get(key) ?? []), counts])
    }
    for (const [key, possible] of groups) {
      const { cells, total } = JSON.parse(key) as ReturnType<typeof shownCounts>
      for (const [at, cell] of cells.entries())
        if (cell === null) expect(new Set(possible.map((row) => row[at])).size, key).toBeGreaterThan(1)
      if (total === null)
        expect(new Set(possible.map((row) => row.reduce((a, b) => a + b))).size, key).toBeGreaterThan(1)
    }
  })

  test('of rows of any length: nothing small is shown, and what is left out may change places unseen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const shown = shownCounts(counts)
        for (const number of [...shown.cells, shown.total])
          expect(number === null || number === 0 || number >= 5).toBe(true)
        const hidden = shown.cells.flatMap((cell, at) => (cell === null ? [at] : []))
        const values = hidden.map((at) => counts[at] ?? 0)
        const turned = [...counts]
        for (const [place, at] of hidden.entries()) turned[at] = values[(place + 1) % values.length] ?? 0
        expect(shownCounts(turned)).toEqual(shown)
        if (shown.total !== null && hidden.length > 0) expect(new Set(values).size).toBeGreaterThan(1)
      }),
    )
  })
})

describe('shownTable', () => {
  test('shows sums over columns only where every part is shown', () => {
    expect(
      shownTable(
        [
          [3, 10],
          [12, 20],
          [30, 0],
        ],
        2,
      ),
    ).toEqual({
      rows: [
        { cells: [null, 10], total: null },
        { cells: [null, 20], total: null },
        { cells: [30, 0], total: 30 },
      ],
      totals: [45, 30],
      total: 75,
    })
  })

  test('each column says the same whatever stands beside it', () => {
    const row = fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const whole = shownTable(rows, 3)
        for (const column of [0, 1, 2]) {
          const alone = shownTable(
            rows.map((one) => [one[column] ?? 0]),
            1,
          )
          expect(whole.rows.map((one) => one.cells[column])).toEqual(alone.rows.map((one) => one.cells[0]))
          expect(whole.totals[column]).toBe(alone.totals[0])
        }
      }),
    )
  })
})

/** Every row of so many counts below a limit. */
const everyRow = (cells: number, limit: number): number[][] =>
  cells === 0
    ? [[]]
    : everyRow(cells - 1, limit).flatMap((row) => Array.from({ length: limit }, (_, count) => [...row, count]))
