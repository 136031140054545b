import type { Pack } from '../../types/pack.ts'
import { partsOf } from '../../types/parts.ts'
import type { Table } from '../../types/table.ts'
import type { Answer, Given } from './look-up.ts'
import { lookUp } from './look-up.ts'

/** A column of a table as a question with its possible answers. */
export interface Column {
  readonly id: string
  readonly input: Table['inputs'][number]
  /** None where the column is no list and no yes or no: then only what the rows name can be chosen. */
  readonly values: readonly { readonly id: string; readonly says: Pack['pack']['title'] }[]
}

/** The columns of a table, each with the values that may be chosen: retired ones stand there no longer. */
export const columnsOf = (pack: Pack, table: Table): Column[] =>
  table.inputs.map((input) => ({ id: input.id, input, values: valuesOf(pack, table, input) }))

function valuesOf(pack: Pack, table: Table, input: Table['inputs'][number]): Column['values'] {
  const parts = partsOf(input.type)
  if (parts?.kind === 'list') return (pack.lists[parts.id]?.values ?? []).filter((value) => !value.retired)
  if (input.type === 'yes_no' || input.type === 'boolean')
    return [
      { id: 'true', says: 'Yes' },
      { id: 'false', says: 'No' },
    ]
  const named = table.rows.flatMap((row) => [row.when[input.id] ?? []].flat().map(String))
  return [...new Set(named)].map((id) => ({ id, says: id }))
}

/** A table of more cases than this is asked, never drawn whole. */
const MOST_CASES = 5_000

/** Every case that fits what is given, each with its answer; none when there are too many to draw. */
export function casesOf(pack: Pack, table: Table, given: Given = {}): { given: Given; answer: Answer }[] {
  const columns = columnsOf(pack, table)
  const open = columns.filter((column) => given[column.id] === undefined || given[column.id] === null)
  if (open.reduce((product, column) => product * Math.max(1, column.values.length), 1) > MOST_CASES) return []
  const cases = open.reduce<Given[]>(
    (found, column) => found.flatMap((one) => column.values.map((value) => ({ ...one, [column.id]: value.id }))),
    [given],
  )
  return cases.map((one) => ({ given: one, answer: lookUp(table, one) }))
}

/** The columns that can still change the answer to what is given: those that need not be asked are left out. */
export function stillToAsk(pack: Pack, table: Table, given: Given): string[] {
  const open = columnsOf(pack, table).filter((column) => given[column.id] === undefined || given[column.id] === null)
  const cases = casesOf(pack, table, given)
  return open
    .filter((column) => {
      const others = Map.groupBy(cases, (one) =>
        JSON.stringify(open.map(({ id }) => (id === column.id ? null : one.given[id]))),
      )
      return [...others.values()].some((same) => new Set(same.map(({ answer }) => sameness(answer))).size > 1)
    })
    .map((column) => column.id)
}

/** Two answers with the same words here say the same. */
const sameness = (answer: Answer): string =>
  JSON.stringify([
    answer.marks.map((mark) => mark.id),
    answer.outcomes.map((outcome) => outcome.id),
    answer.rows.map((row) => row.note),
  ])
