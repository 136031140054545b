import type { z } from 'zod'
import { listQueryOf } from '#core/list-query.ts'
import type { Line } from './line.ts'
import { isIn, VIEWS } from './list-of.ts'

const list = listQueryOf({
  views: VIEWS,
  view: 'in_force',
  orders: ['opened', 'until', 'title'],
  usual: { by: 'opened', down: true },
})

/** What the address of a list says; anything else in it is taken for the usual. */
export const listQuery = list.schema
export type ListQuery = z.infer<typeof listQuery>

/** What is usual, and so stays out of addresses. */
export const usualList = list.usual

/** The lines that an address asks for, in its order. */
export const linesFor = (lines: readonly Line[], query: ListQuery): Line[] =>
  list.linesFor(lines, query, {
    isIn,
    textIn: (line) =>
      `${line.reference} ${line.title} ${line.people ?? ''} ${line.lifts ?? ''} ${line.caseReference ?? ''}`,
    compare: (by, a, b) => {
      if (by === 'title') return a.title.localeCompare(b.title, 'en-GB')
      if (by === 'opened') return a.openedAt.epochMilliseconds - b.openedAt.epochMilliseconds
      return (a.until?.epochMilliseconds ?? LAST) - (b.until?.epochMilliseconds ?? LAST)
    },
    tie: (line) => line.reference,
  })

// Without an end of its own it comes after everything that has one.
const LAST = Number.MAX_SAFE_INTEGER
