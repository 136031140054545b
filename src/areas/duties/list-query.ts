import { z } from 'zod'
import { askedPage, chosenIds, idsOf } from '#core/list-asked.ts'
import { readSort, writeSort } from '#core/sort.ts'
import type { AllFilter } from './queries/all-duties.ts'
import { dutyOrders, usualOrder } from './queries/list-order.ts'

const name = z
  .string()
  .regex(/^(measure\/)?[a-z0-9_]{0,80}$/)
  .catch('')

/** What the address of the list says; anything else in it is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(['open', 'late', 'done', 'ahead']).catch('open'),
  party: name,
  duty: name,
  sort: z.string().max(40).catch(''),
  page: askedPage,
  /** The duties that were ticked, for a file or for paper. */
  ids: chosenIds,
})
export type ListQuery = z.infer<typeof listQuery>

/** What is usual in a view, and so stays out of addresses. */
export const usualList = (view: ListQuery['view']) => ({ view: 'open', sort: writeSort(usualOrder(view)) })

/** The filter of an address. */
export const filterOf = (query: ListQuery, size: number): AllFilter => ({
  view: query.view,
  party: query.party,
  duty: query.duty,
  ids: idsOf(query.ids),
  sort: readSort(query.sort, dutyOrders, usualOrder(query.view)),
  page: query.page,
  size,
})
