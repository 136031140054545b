import type { z } from 'zod'
import { listQueryOf } from '#core/list-query.ts'
import type { MeasureLine } from './lines.ts'

const list = listQueryOf({
  views: ['all', 'waiting', 'broken', 'kept'],
  view: 'all',
  orders: ['title', 'standing', 'checked', 'next'],
  usual: { by: 'standing', down: false },
})

/** What the address of the list says; anything else in it is taken for the usual. */
export const listQuery = list.schema
export type ListQuery = z.infer<typeof listQuery>

/** What is usual, and so stays out of addresses. */
export const usualList = list.usual

/** Whether a measure belongs in a view of the list. */
export const isIn = (view: ListQuery['view'], { state }: MeasureLine): boolean =>
  view === 'all' || (view === 'waiting' ? ['none', 'due', 'late'].includes(state) : state === view)

const STATES = ['broken', 'late', 'none', 'due', 'kept', 'published']

/** The measures that an address asks for, in its order. */
export const linesFor = (lines: readonly MeasureLine[], query: ListQuery): MeasureLine[] =>
  list.linesFor(lines, query, {
    isIn,
    textIn: (line) => `${line.title} ${line.holder} ${line.values}`,
    compare: (by, a, b) => {
      if (by === 'title') return a.title.localeCompare(b.title, 'en-GB')
      if (by === 'standing') return STATES.indexOf(a.state) - STATES.indexOf(b.state)
      return by === 'checked' ? timeOf(a.checked) - timeOf(b.checked) : timeOf(a.next, 1) - timeOf(b.next, 1)
    },
    tie: (line) => line.title,
  })

// Never checked is before every date; no next check is after every date.
const timeOf = (at: Temporal.Instant | null, without: -1 | 1 = -1): number =>
  at?.epochMilliseconds ?? without * Number.MAX_SAFE_INTEGER
