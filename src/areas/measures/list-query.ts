import { z } from 'zod'
import type { Sort } from '#core/sort.ts'
import { readSort, writeSort } from '#core/sort.ts'
import type { MeasureLine } from './lines.ts'

const ORDERS = ['title', 'standing', 'checked', 'next'] as const
type Order = (typeof ORDERS)[number]
const USUAL: Sort<Order> = { by: 'standing', down: false }

/** What the address of the list says; anything else in it is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(['all', 'waiting', 'broken', 'kept']).catch('all'),
  words: z
    .string()
    .max(200)
    .catch('')
    .transform((words) => words.trim()),
  sort: z
    .string()
    .max(40)
    .catch('')
    .transform((text) => writeSort(readSort(text, ORDERS, USUAL))),
})
export type ListQuery = z.infer<typeof listQuery>

/** What is usual, and so stays out of addresses. */
export const usualList = { view: 'all', sort: writeSort(USUAL) }

/** Whether a measure belongs in a view of the list. */
export const isIn = (view: ListQuery['view'], { state }: MeasureLine): boolean =>
  view === 'all' || (view === 'waiting' ? ['none', 'due', 'late'].includes(state) : state === view)

/** The measures that an address asks for, in its order. */
export function linesFor(lines: readonly MeasureLine[], { view, words, sort }: ListQuery): MeasureLine[] {
  const wanted = words.toLowerCase()
  const { by, down } = readSort(sort, ORDERS, USUAL)
  const found = lines.filter((line) => isIn(view, line) && textIn(line).includes(wanted))
  return found.sort((a, b) => (down ? -1 : 1) * compare(by, a, b) || a.title.localeCompare(b.title, 'en-GB'))
}

const textIn = (line: MeasureLine): string => `${line.title} ${line.holder} ${line.values}`.toLowerCase()

const STATES = ['broken', 'late', 'none', 'due', 'kept', 'published']

function compare(by: Order, a: MeasureLine, b: MeasureLine): number {
  if (by === 'title') return a.title.localeCompare(b.title, 'en-GB')
  if (by === 'standing') return STATES.indexOf(a.state) - STATES.indexOf(b.state)
  return by === 'checked' ? timeOf(a.checked) - timeOf(b.checked) : timeOf(a.next, 1) - timeOf(b.next, 1)
}

// Never checked is before every date; no next check is after every date.
const timeOf = (at: Temporal.Instant | null, without: -1 | 1 = -1): number =>
  at?.epochMilliseconds ?? without * Number.MAX_SAFE_INTEGER
