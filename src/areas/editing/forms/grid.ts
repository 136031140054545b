import { lookUp } from '#pack/engines/tables/look-up.ts'
import { valueSays } from '#pack/sentences/table-row.ts'
import { listed, Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'
import { marksOf, type Table } from '#pack/types/table.ts'
import type { Option, Sent } from './control.ts'
import { allIn, lineIn } from './control.ts'

type Row = Table['rows'][number]

/** A table as a grid: a mark in each cell, or a box to tick for each outcome of each row. */
export type Grid =
  | {
      readonly is: 'marks'
      readonly down: Option[]
      readonly across: Option[]
      readonly marks: Option[]
      readonly corner: string
    }
  | { readonly is: 'outcomes'; readonly rows: Option[]; readonly outcomes: Option[] }
  | { readonly is: 'rows'; readonly rows: Option[]; readonly marks: Option[] }

/** How a table is filled in at once. */
export function gridOf(pack: Pack, table: Table): Grid {
  const words = new Words(pack, pack.pack.language)
  const said = (entries: readonly { id: string; says: Table['says'] }[]) =>
    entries.map((one) => ({ value: one.id, text: words.whole(one.says) }))
  const rows = table.rows.map((row) => ({ value: row.id, text: conditionsSay(words, table, row) }))
  if (table.outcomes.length > 0) return { is: 'outcomes', rows, outcomes: said(table.outcomes) }
  const [first, second, third] = table.inputs
  const lists = [first, second].map((input) => pack.lists[partsOf(input?.type ?? '')?.id ?? ''])
  const [down, across] = lists
  if (
    first === undefined ||
    second === undefined ||
    third !== undefined ||
    down === undefined ||
    across === undefined ||
    table.hit !== 'most specific'
  )
    return { is: 'rows', rows, marks: said(table.marks) }
  const values = (list: typeof down) => said(list.values.filter((value) => !value.retired))
  return {
    is: 'marks',
    corner: `${words.whole(first.says)} / ${words.whole(second.says)}`,
    down: values(down),
    across: values(across),
    marks: said(table.marks),
  }
}

function conditionsSay(words: Words, table: Table, row: Row): string {
  const parts = table.inputs.flatMap((input) => {
    const wanted = row.when[input.id]
    if (wanted === undefined) return []
    return [
      listed(
        [wanted].flat().map((value) => words.whole(valueSays(words.pack, input.type, String(value)))),
        'or',
      ),
    ]
  })
  return parts.length === 0 ? 'In every case' : parts.join('; ')
}

/** The name of a cell's field. */
export const cellName = (down: string, across: string): string => `cell/${down}/${across}`

/** What the fields of a grid hold. */
export function gridFields(table: Table, grid: Grid): Sent {
  if (grid.is === 'outcomes') return Object.fromEntries(table.rows.map((row) => [row.id, row.outcomes]))
  if (grid.is === 'rows') return Object.fromEntries(table.rows.map((row) => [row.id, marksOf(row).join('+')]))
  return Object.fromEntries(
    grid.down.flatMap((down) =>
      grid.across.map((across) => [cellName(down.value, across.value), markIn(table, down.value, across.value)]),
    ),
  )
}

/** The mark of a case by a row of its own; empty where none says so. */
function markIn(table: Table, down: string, across: string): string {
  const [row] = hit(table, down, across)
  return row === undefined ? '' : marksOf(row).join('+')
}

function hit(table: Table, down: string, across: string): readonly Row[] {
  const [first, second] = table.inputs
  return lookUp(table, { [first?.id ?? '']: down, [second?.id ?? '']: across }).rows
}

/** The rows of a table as a filled-in grid says them. */
export function rowsFrom(table: Table, grid: Grid, sent: Sent): readonly Row[] {
  if (grid.is === 'outcomes') {
    const known = table.outcomes.map(({ id }) => id)
    return table.rows.map((row) => ({ ...row, outcomes: known.filter((id) => allIn(sent, row.id).includes(id)) }))
  }
  if (grid.is === 'rows')
    return table.rows.map((row) =>
      lineIn(sent, row.id) === marksOf(row).join('+') ? row : marked(row, lineIn(sent, row.id)),
    )
  const cells = grid.down.flatMap((down) => grid.across.map((across) => [down.value, across.value] as const))
  return cells.reduce((now, [down, across]) => {
    const wished = lineIn(sent, cellName(down, across))
    return wished === markIn(now, down, across) ? now : withCell(now, down, across, wished)
  }, table).rows
}

function marked(row: Row, wished: string): Row {
  const { mark: _, ...rest } = row
  const [mark, ...marks] = wished.split('+').filter((one) => one !== '')
  return mark === undefined ? { ...rest, marks: [] } : { ...rest, mark, marks }
}

/**
 * One cell with another mark. A row that covers more than the cell goes on to cover the rest: what stands beside the cell
 * along one column stays together, and what stands beside it in the cell's own row becomes a row of its own.
 */
function withCell(table: Table, down: string, across: string, wished: string): Table {
  const [first, second] = table.inputs
  if (first === undefined || second === undefined) return table
  const [row] = hit(table, down, across)
  const exact = row !== undefined && first.id in row.when && second.id in row.when
  const own: Row = {
    id: freeId(table, `${down}_${across}`),
    when: { [first.id]: down, [second.id]: across },
    marks: [],
    outcomes: [],
    clauses: exact ? row.clauses : [],
  }
  const added = wished === '' ? [] : [marked(own, wished)]
  if (!exact) return { ...table, rows: [...table.rows, ...added] }
  const [rows, columns] = [[row.when[first.id]].flat().map(String), [row.when[second.id]].flat().map(String)]
  const others = rows.filter((one) => one !== down)
  const beside = columns.filter((one) => one !== across)
  const kept =
    others.length === 0 ? [] : [{ ...row, when: { [first.id]: oneOrAll(others), [second.id]: oneOrAll(columns) } }]
  const split =
    beside.length === 0
      ? []
      : [
          {
            ...row,
            id: kept.length === 0 ? row.id : freeId(table, `${row.id}_${down}`),
            when: { [first.id]: down, [second.id]: oneOrAll(beside) },
          },
        ]
  const whole =
    kept.length + split.length === 0 && wished !== '' ? [marked(row, wished)] : [...kept, ...split, ...added]
  return { ...table, rows: table.rows.flatMap((one) => (one === row ? whole : [one])) }
}

const oneOrAll = (values: readonly string[]): string | string[] =>
  values.length === 1 ? (values[0] ?? '') : [...values]

function freeId(table: Table, wished: string): string {
  const taken = table.rows.map(({ id }) => id)
  const base = wished.slice(0, 55)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`
    if (!taken.includes(id)) return id
  }
}
