import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { marksOf, type Table } from '../types/table.ts'
import type { View } from './view.ts'

type Row = Table['rows'][number]

/** A decision table answers every case with one meaning. */
export const tables = (view: View): Fault[] =>
  Object.entries(view.pack.tables).flatMap(([id, table]) => [
    ...names(table, ['tables', id], view),
    ...equalRank(table, ['tables', id], view),
    ...uncovered(table, ['tables', id], view),
    ...meaningless(table, ['tables', id], view),
    ...idleTimes(table, ['tables', id], view),
    ...aboutNobody(table, ['tables', id], view),
  ])

/** A mark that tells nobody whether they may. */
const meaningless = (table: Table, path: Path, { positions }: View): Fault[] =>
  table.marks.flatMap((mark, index) =>
    mark.means !== undefined || mark.leads_to !== undefined
      ? []
      : [
          positions.fault(
            [...path, 'marks', index, 'id'],
            'no_meaning',
            `“${mark.id}” does not say what it comes to: add means: yes, times, ask, no, illegal or unsaid.`,
          ),
        ],
  )

/** Times where nothing is allowed at certain times: nobody would ever be told them. */
function idleTimes(table: Table, path: Path, { positions }: View): Fault[] {
  const timed = new Set(table.marks.filter((mark) => mark.means === 'times').map((mark) => mark.id))
  const idle = [
    ...table.marks.map((mark, index) => ({ at: ['marks', index], has: mark.at, marks: [mark.id] })),
    ...table.rows.map((row, index) => ({ at: ['rows', index], has: row.at, marks: marksOf(row) })),
  ].filter(({ has, marks }) => has !== undefined && !marks.some((mark) => timed.has(mark)))
  return idle.map(({ at }) =>
    positions.fault(
      [...path, ...at, 'at'],
      'not_certain_times',
      'These times are of no use here: only a mark that means times has any.',
    ),
  )
}

const aboutNobody = (table: Table, path: Path, { pack, positions }: View): Fault[] =>
  table.inputs.flatMap((input, index) =>
    Object.keys(input.about).flatMap((value) =>
      (valuesOf(pack, input.type)?.includes(value) ?? true)
        ? []
        : [
            positions.fault(
              [...path, 'inputs', index, 'about', value],
              'unknown_name',
              `This table has no value of ${input.id} “${value}”.`,
            ),
          ],
    ),
  )

function names(table: Table, path: Path, { pack, positions }: View): Fault[] {
  const inputs = new Map(table.inputs.map((input) => [input.id, input]))
  const marks = new Set(table.marks.map((mark) => mark.id))
  const outcomes = new Set(table.outcomes.map((outcome) => outcome.id))
  const faults: Fault[] = []
  const unknown = (at: Path, name: string, what: string) =>
    faults.push(positions.fault([...path, ...at], 'unknown_name', `This table has no ${what} “${name}”.`))
  if (table.otherwise !== undefined && !marks.has(table.otherwise)) unknown(['otherwise'], table.otherwise, 'mark')
  for (const [index, row] of table.rows.entries()) {
    if (marksOf(row).length === 0 && row.outcomes.length === 0)
      faults.push(
        positions.fault([...path, 'rows', index], 'no_mark', 'This row leads to nothing: give it a mark or outcomes.'),
      )
    if (row.mark !== undefined && !marks.has(row.mark)) unknown(['rows', index, 'mark'], row.mark, 'mark')
    for (const [n, mark] of row.marks.entries())
      if (!marks.has(mark)) unknown(['rows', index, 'marks', n], mark, 'mark')
    for (const [n, outcome] of row.outcomes.entries())
      if (!outcomes.has(outcome)) unknown(['rows', index, 'outcomes', n], outcome, 'outcome')
    for (const [name, wanted] of Object.entries(row.when)) {
      const input = inputs.get(name)
      if (input === undefined) unknown(['rows', index, 'when', name], name, 'column')
      else
        for (const value of [wanted].flat())
          if (!(valuesOf(pack, input.type)?.includes(String(value)) ?? true))
            unknown(['rows', index, 'when', name], String(value), `value of ${name}`)
    }
  }
  return faults
}

const valuesOf = (pack: Pack, type: string): readonly string[] | null => {
  const parts = partsOf(type)
  return parts?.kind === 'list' ? (pack.lists[parts.id]?.values.map((value) => value.id) ?? null) : null
}

const wants = (row: Row, input: string): readonly string[] | null => {
  const wanted = row.when[input]
  return wanted === undefined ? null : [wanted].flat().map(String)
}

const meet = (a: Row, b: Row): boolean =>
  Object.keys(a.when).every((input) => {
    const other = wants(b, input)
    return other === null || (wants(a, input) ?? []).some((value) => other.includes(value))
  })

const says = (row: Row): string => JSON.stringify([marksOf(row), row.outcomes])

/** Two rows of the same rank that may hold at once, and say different things. */
function equalRank(table: Table, path: Path, { positions }: View): Fault[] {
  if (table.hit !== 'most specific') return []
  const rank = (row: Row) => Object.keys(row.when).length
  return table.rows.flatMap((row, index) => {
    const rival = table.rows
      .slice(0, index)
      .find((other) => rank(other) === rank(row) && says(other) !== says(row) && meet(other, row))
    return rival === undefined
      ? []
      : [
          positions.fault(
            [...path, 'rows', index, 'id'],
            'equal_rank',
            `“${row.id}” and “${rival.id}” may hold at once with the same weight: add a condition to one.`,
          ),
        ]
  })
}

const MOST = 20_000

/** Cases that no row covers, when the columns are lists and there is no otherwise. */
function uncovered(table: Table, path: Path, { pack, positions }: View): Fault[] {
  if (table.hit === 'all' || table.otherwise !== undefined) return []
  const columns = table.inputs.map((input) => ({ id: input.id, values: valuesOf(pack, input.type) }))
  const size = columns.reduce((product, column) => product * (column.values?.length ?? 1), 1)
  if (size > MOST) return []
  for (const given of combinations(columns)) {
    const covered = table.rows.some((row) =>
      Object.keys(row.when).every((input) => wants(row, input)?.includes(given.get(input) ?? '') ?? true),
    )
    if (covered) continue
    const example = [...given].map(([name, value]) => `${name} ${value}`).join(', ')
    return [
      positions.faultAtKey(
        path,
        'uncovered',
        `No row covers ${example || 'the other cases'}: add a row, or otherwise:.`,
      ),
    ]
  }
  return []
}

function* combinations(
  columns: readonly { id: string; values: readonly string[] | null }[],
): Generator<Map<string, string>> {
  const [first, ...others] = columns
  if (first === undefined) {
    yield new Map()
    return
  }
  for (const rest of combinations(others))
    for (const value of first.values ?? ['something else']) yield new Map([[first.id, value], ...rest])
}
