import { gridsOf } from '#areas/look-ups/index.ts'
import { wordsOf } from '#pack/engines/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Table } from '#pack/types/table.ts'

import { inOrder } from './in-order.ts'

/** A table of the policy, ready to be printed. */
export interface PrintedTable {
  readonly id: string
  readonly title: string
  /** What holds for all of it, where a table has more than two columns of conditions. */
  readonly note: string | null
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

// Working out a grid asks the table for each of its cells, and a published pack never changes.
const printed = new WeakMap<Pack, readonly PrintedTable[]>()

/** Every table of a policy in the pack's own language: marks as a grid, what follows from what as lines. */
export function tablesOf(pack: Pack): readonly PrintedTable[] {
  const held = printed.get(pack)
  if (held !== undefined) return held
  const { language } = pack.pack
  const made = inOrder(pack, pack.tables).flatMap(([id, table]) =>
    table.marks.length > 0 ? grids(pack, id, table, language) : [lines(pack, id, table, language)],
  )
  printed.set(pack, made)
  return made
}

/** The head of the column that says what is done. */
export const WHAT_FOLLOWS = 'What follows'

const grids = (pack: Pack, id: string, table: Table, language: string): PrintedTable[] =>
  gridsOf(pack, { id, table }, language).map((grid, at) => ({
    id: at === 0 ? id : `${id}-${at + 1}`,
    title: wordsOf(table.says, language),
    note: grid.title,
    head: grid.head,
    rows: grid.rows.map((row) => [row.name, ...row.cells.map((cell) => cell.says)]),
  }))

function lines(pack: Pack, id: string, table: Table, language: string): PrintedTable {
  const outcomes = new Map(table.outcomes.map((outcome) => [outcome.id, wordsOf(outcome.says, language)]))
  const set = [...new Set(table.rows.flatMap((row) => Object.keys(row.set ?? {})))]
  return {
    id,
    title: wordsOf(table.says, language),
    note: null,
    head: [
      ...table.inputs.map((input) => wordsOf(input.says, language)),
      ...(outcomes.size > 0 ? [WHAT_FOLLOWS] : []),
      ...set.map((name) => name.replaceAll('_', ' ')),
    ],
    rows: table.rows.map((row) => [
      ...table.inputs.map((input) => sayValue(pack, input.type, row.when[input.id], language)),
      ...(outcomes.size > 0 ? [row.outcomes.map((outcome) => outcomes.get(outcome) ?? outcome).join('; ')] : []),
      ...set.map((name) => String(row.set?.[name] ?? '')),
    ]),
  }
}

type Condition = Table['rows'][number]['when'][string] | undefined

function sayValue(pack: Pack, type: string, value: Condition, language: string): string {
  if (value === undefined) return 'Any'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  const list = type.startsWith('list/') ? pack.lists[type.slice('list/'.length)]?.values : undefined
  const say = (id: string): string => {
    const says = list?.find((one) => one.id === id)?.says
    return says === undefined ? id.replaceAll('_', ' ') : wordsOf(says, language)
  }
  return (typeof value === 'string' ? [value] : value).map(say).join(', ')
}
