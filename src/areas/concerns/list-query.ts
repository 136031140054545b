import { z } from 'zod'
import { askedPage, askedWords, chosenIds, idsOf } from '#core/list-asked.ts'
import { readSort, writeSort } from '#core/sort.ts'
import type { ConcernFilter } from './queries/list-concerns.ts'
import { concernOrders, usualOrder } from './queries/list-order.ts'

/** What the address of the list says; anything else in it is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(['open', 'new', 'mine', 'closed', 'all']).catch('open'),
  worry: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  words: askedWords,
  sort: z.string().max(40).catch(''),
  page: askedPage,
  /** The concerns that were ticked, for a file or for paper. */
  ids: chosenIds,
})
export type ListQuery = z.infer<typeof listQuery>

/** What is usual, and so stays out of addresses. */
export const usualList = { view: 'open', sort: writeSort(usualOrder) }

/** The filter of an address. */
export const filterOf = (query: ListQuery, size: number): ConcernFilter => ({
  // Those that were chosen were chosen in some view; on paper they stand whatever became of them since.
  view: query.ids === '' ? query.view : 'all',
  worry: query.worry === '' ? null : query.worry,
  words: query.words,
  ids: idsOf(query.ids),
  sort: readSort(query.sort, concernOrders, usualOrder),
  page: query.page,
  size,
})
