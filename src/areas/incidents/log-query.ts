import { z } from 'zod'
import type { RecordFilter } from '#areas/records/index.ts'
import { givenViews, recordOrders, recordViews, usualOrder } from '#areas/records/index.ts'
import { readSort, writeSort } from '#core/sort.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** What the address of the log says; anything else in it is taken for the usual. */
export const logQuery = z.object({
  view: z.enum([...recordViews, ...givenViews]).catch('all'),
  category: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  words: z
    .string()
    .max(200)
    .catch('')
    .transform((words) => words.trim()),
  from: z.iso.date().or(z.literal('')).catch(''),
  sort: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).max(400).catch(1),
  /** The cases that were ticked, for a file or for paper. */
  ids: z
    .string()
    .regex(new RegExp(`^(?:${id}(?:,${id}){0,99})?$`))
    .catch(''),
})
export type LogQuery = z.infer<typeof logQuery>

/** What is usual, and so stays out of addresses. */
export const usualLog = { view: 'all', sort: writeSort(usualOrder) }

/** The filter of an address. */
export const filterOf = (query: LogQuery, size: number): RecordFilter => ({
  kind: 'incident',
  view: query.view,
  category: query.category === '' ? null : query.category,
  words: query.words,
  from: query.from === '' ? null : Temporal.PlainDate.from(query.from),
  ids: query.ids === '' ? undefined : query.ids.split(','),
  sort: readSort(query.sort, recordOrders, usualOrder),
  page: query.page,
  size,
})
