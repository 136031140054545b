import { z } from 'zod'
import type { Sort } from '#core/sort.ts'
import { readSort, writeSort } from '#core/sort.ts'
import type { Line } from './line.ts'
import { isIn, VIEWS } from './list-of.ts'

const ORDERS = ['opened', 'until', 'title'] as const
type Order = (typeof ORDERS)[number]
const USUAL: Sort<Order> = { by: 'opened', down: true }

/** What the address of a list says; anything else in it is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(VIEWS).catch('in_force'),
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
export const usualList = { view: 'in_force', sort: writeSort(USUAL) }

/** The lines that an address asks for, in its order. */
export function linesFor(lines: readonly Line[], { view, words, sort }: ListQuery): Line[] {
  const wanted = words.toLowerCase()
  const { by, down } = readSort(sort, ORDERS, USUAL)
  return lines
    .filter((line) => isIn(view, line) && textIn(line).includes(wanted))
    .sort((a, b) => (down ? -1 : 1) * compare(by, a, b) || a.reference.localeCompare(b.reference, 'en-GB'))
}

const textIn = (line: Line): string =>
  `${line.reference} ${line.title} ${line.people ?? ''} ${line.lifts ?? ''} ${line.caseReference ?? ''}`.toLowerCase()

function compare(by: Order, a: Line, b: Line): number {
  if (by === 'title') return a.title.localeCompare(b.title, 'en-GB')
  if (by === 'opened') return a.openedAt.epochMilliseconds - b.openedAt.epochMilliseconds
  return (a.until?.epochMilliseconds ?? LAST) - (b.until?.epochMilliseconds ?? LAST)
}

// Without an end of its own it comes after everything that has one.
const LAST = Number.MAX_SAFE_INTEGER
