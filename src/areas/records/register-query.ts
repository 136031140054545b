import { z } from 'zod'
import { readSort, writeSort } from '#core/sort.ts'
import { recordOrders, usualOrder } from './queries/list-order.ts'
import { type RecordFilter, recordViews } from './queries/list-records.ts'

/** A kind of record, as an address names it. */
export const registerParams = z.object({ kind: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/) })

/** What the address of a register says; anything else in it is taken for the usual. */
export const registerQuery = z.object({
  view: z.enum(recordViews).catch('all'),
  words: z
    .string()
    .max(200)
    .catch('')
    .transform((words) => words.trim()),
  sort: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).max(400).catch(1),
})

/** What is usual, and so stays out of addresses. */
export const usualRegister = { view: 'all', sort: writeSort(usualOrder) }

/** The filter of an address. */
export const filterOf = (kind: string, query: z.infer<typeof registerQuery>, size: number): RecordFilter => ({
  kind,
  view: query.view,
  words: query.words,
  sort: readSort(query.sort, recordOrders, usualOrder),
  page: query.page,
  size,
})
