import { shownCounts } from '#core/small-numbers.ts'
import type { Field } from '../../types/field.ts'
import type { Pack } from '../../types/pack.ts'
import { allFieldsOf } from '../../types/parts.ts'
import type { CountedPart } from '../../types/report.ts'
import { wordsOf } from '../words.ts'

/** One thing that is counted: the latest of its fields, those of its steps too, with `school`, `state`, `category`, `outcome`. */
export type Counted = Readonly<Record<string, unknown>>

/** A line of figures; null where the number is not shown. */
export interface FigureRow {
  readonly says: string
  readonly count: number | null
}

/** The figures of one part: a table for each thing that it is split by, or the total alone. */
export interface Figures {
  readonly id: string
  readonly title: string
  readonly total: number | null
  readonly splits: readonly { readonly title: string; readonly rows: readonly FigureRow[] }[]
}

/** Counts one part. In an anonymous report small numbers, and what would give them away, are left out. */
export function figuresOf(pack: Pack, part: CountedPart, things: readonly Counted[], anonymous: boolean): Figures {
  const shown = (counts: readonly number[]) =>
    anonymous ? shownCounts(counts) : { cells: counts, total: counts.reduce((sum, count) => sum + count, 0) }
  const splits = part.split.map((name) => {
    const field = fieldOf(pack, part.counts, name)
    const groups = Map.groupBy(
      things.flatMap((thing) => valuesOf(thing[name])),
      (value) => value,
    )
    const order = orderOf(pack, field, [...groups.keys()])
    const { cells, total } = shown(order.map((value) => groups.get(value)?.length ?? 0))
    const rows = order.map((value, index) => ({ says: sayValue(pack, field, value), count: cells[index] ?? null }))
    return { title: field === undefined ? upper(name) : wordsOf(field.asks, pack.pack.language), rows, total }
  })
  // The total is shown only where no table would let a hidden number be worked out from it.
  const total = [shown([things.length]).total, ...splits.map((one) => one.total)].includes(null) ? null : things.length
  return {
    id: part.id,
    title: wordsOf(part.says, pack.pack.language),
    total,
    splits: splits.map(({ title, rows }) => ({ title, rows })),
  }
}

const UNKNOWN = ''

const valuesOf = (value: unknown): string[] => {
  if (value === undefined || value === null || value === '') return [UNKNOWN]
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

function fieldOf(pack: Pack, counts: string, name: string): Field | undefined {
  const id = counts.startsWith('record/') ? (counts.slice('record/'.length).split('#')[0] ?? '') : ''
  const record = pack.records[id]
  return record === undefined ? undefined : allFieldsOf(pack, id, record).find((field) => field.id === name)
}

const listOf = (pack: Pack, field: Field | undefined) =>
  field?.type.startsWith('list/') === true ? (pack.lists[field.type.slice('list/'.length)]?.values ?? []) : []

/** A list in its own order, with what nothing was counted for; the rest as it came, and what is not known last. */
function orderOf(pack: Pack, field: Field | undefined, found: readonly string[]): string[] {
  const known = listOf(pack, field).filter((value) => !value.retired || found.includes(value.id))
  const listed = known.map((value) => value.id)
  const others = found.filter((value) => value !== UNKNOWN && !listed.includes(value)).sort()
  return [...listed, ...others, ...(found.includes(UNKNOWN) ? [UNKNOWN] : [])]
}

function sayValue(pack: Pack, field: Field | undefined, value: string): string {
  if (value === UNKNOWN) return 'Not said'
  const known = listOf(pack, field).find((one) => one.id === value)
  if (known !== undefined) return wordsOf(known.says, pack.pack.language)
  if (value === 'true' || value === 'false') return value === 'true' ? 'Yes' : 'No'
  return upper(value)
}

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replaceAll('_', ' ')}`
