import { z } from 'zod'
import { readSort, writeSort } from '#core/sort.ts'
import type { AllFilter } from './queries/all-duties.ts'
import { dutyOrders, usualOrder } from './queries/list-order.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
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
  page: z.coerce.number().int().min(1).max(400).catch(1),
  /** The duties that were ticked, for a file or for paper. */
  ids: z
    .string()
    .regex(new RegExp(`^(?:${id}(?:,${id}){0,99})?$`))
    .catch(''),
})
export type ListQuery = z.infer<typeof listQuery>

/** What is usual in a view, and so stays out of addresses. */
export const usualList = (view: ListQuery['view']) => ({ view: 'open', sort: writeSort(usualOrder(view)) })

/** The filter of an address. */
export const filterOf = (query: ListQuery, size: number): AllFilter => ({
  view: query.view,
  party: query.party,
  duty: query.duty,
  ids: query.ids === '' ? undefined : query.ids.split(','),
  sort: readSort(query.sort, dutyOrders, usualOrder(query.view)),
  page: query.page,
  size,
})
