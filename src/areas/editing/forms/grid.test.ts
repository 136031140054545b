import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table } from '#pack/types/table.ts'
import type { Grid } from './grid.ts'
import { cellName, gridFields, rowsFrom } from './grid.ts'

const values = (...ids: string[]) => ids.map((value) => ({ value, text: value }))
const grid: Grid = {
  is: 'marks',
  down: values('a', 'b', 'c'),
  across: values('x', 'y', 'z'),
  marks: values('yes', 'no', 'ask'),
  corner: '',
}
const row = (id: string, when: Table['rows'][number]['when'], mark: string) => ({
  id,
  when,
  mark,
  marks: [],
  outcomes: [],
  clauses: [],
})
const table: Table = {
  says: 'T',
  inputs: [
    { id: 'what', says: 'What', type: 'text', about: {} },
    { id: 'who', says: 'Who', type: 'text', about: {} },
  ],
  marks: [],
  outcomes: [],
  hit: 'most specific',
  rows: [
    row('all', { what: ['a', 'b'], who: ['x', 'y'] }, 'yes'),
    row('one', { what: 'c', who: 'z' }, 'no'),
    row('wide', { what: 'c' }, 'ask'),
  ],
  clauses: [],
}

describe('a table filled in as a grid', () => {
  test('stays as it is when nothing is changed', () => {
    expect(rowsFrom(table, grid, gridFields(table, grid))).toEqual(table.rows)
  })

  test('changes the cells that were changed, and no other, whatever its rows cover together', () => {
    const cell = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('x', 'y', 'z'),
      fc.constantFrom('yes', 'no', 'ask'),
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (changes) => {
        const sent = {
          ...gridFields(table, grid),
          ...Object.fromEntries(changes.map(([down, across, mark]) => [cellName(down, across), mark])),
        }
        const rows = rowsFrom(table, grid, sent)
        expect(gridFields({ ...table, rows: [...rows] }, grid)).toEqual(sent)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      }),
    )
  })
})
