import { z } from 'zod'
import { folded } from './fold.ts'
import type { Sort } from './sort.ts'
import { readSort, writeSort } from './sort.ts'

/** What the address of a list can say: which view of it, and in which orders. */
export interface ListShape<View extends string, Order extends string> {
  readonly views: readonly [View, ...View[]]
  readonly view: View
  readonly orders: readonly Order[]
  readonly usual: Sort<Order>
}

/** What a list asks of its lines. `compare` goes upwards; `tie` is what the eye goes by where it says the same. */
export interface ListLines<Line, View extends string, Order extends string> {
  readonly isIn: (view: View, line: Line) => boolean
  readonly textIn: (line: Line) => string
  readonly compare: (by: Order, a: Line, b: Line) => number
  readonly tie: (line: Line) => string
}

/** What an address says of a list that is read whole: its view, the words that are looked for, its order. */
export interface ListAsked<View extends string> {
  readonly view: View
  readonly words: string
  readonly sort: string
}

/** The address of a list that is read whole; anything else in it is taken for the usual, which stays out of addresses. */
export function listQueryOf<const View extends string, const Order extends string>(shape: ListShape<View, Order>) {
  const { views, view, orders, usual } = shape
  return {
    schema: z.object({
      view: z.enum(views).catch(() => view),
      words: z
        .string()
        .max(200)
        .catch('')
        .transform((words) => words.trim()),
      sort: z
        .string()
        .max(40)
        .catch('')
        .transform((text) => writeSort(readSort(text, orders, usual))),
    }),
    usual: { view, sort: writeSort(usual) },
    /** The lines that an address asks for, in its order. */
    linesFor<Line>(
      lines: readonly Line[],
      asked: ListAsked<View>,
      { isIn, textIn, compare, tie }: ListLines<Line, View, Order>,
    ): Line[] {
      const wanted = folded(asked.words)
      const { by, down } = readSort(asked.sort, orders, usual)
      return lines
        .filter((line) => isIn(asked.view, line) && folded(textIn(line)).includes(wanted))
        .sort((a, b) => (down ? -1 : 1) * compare(by, a, b) || tie(a).localeCompare(tie(b), 'en-GB'))
    },
  }
}
