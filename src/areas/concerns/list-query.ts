import { z } from 'zod'
import { readSort, writeSort } from '#core/sort.ts'
import type { ConcernFilter } from './queries/list-concerns.ts'
import { concernOrders, usualOrder } from './queries/list-order.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** What the address of the list says; anything else in it is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(['open', 'new', 'mine', 'closed', 'all']).catch('open'),
  worry: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  words: z
    .string()
    .max(200)
    .catch('')
    .transform((words) => words.trim()),
  sort: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).max(400).catch(1),
  /** The concerns that were ticked, for a file or for paper. */
  ids: z
    .string()
    .regex(new RegExp(`^(?:${id}(?:,${id}){0,99})?$`))
    .catch(''),
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
  ids: query.ids === '' ? undefined : query.ids.split(','),
  sort: readSort(query.sort, concernOrders, usualOrder),
  page: query.page,
  size,
})
