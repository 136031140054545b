import { z } from 'zod'
import type { RecordFilter } from '#areas/records/index.ts'
import { givenViews, recordOrders, recordViews, usualOrder } from '#areas/records/index.ts'
import { askedPage, askedWords, chosenIds, idsOf } from '#core/list-asked.ts'
import { readSort, writeSort } from '#core/sort.ts'

/** What the address of the log says; anything else in it is taken for the usual. */
export const logQuery = z.object({
  view: z.enum([...recordViews, ...givenViews]).catch('all'),
  category: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  words: askedWords,
  from: z.iso.date().or(z.literal('')).catch(''),
  sort: z.string().max(40).catch(''),
  page: askedPage,
  /** The cases that were ticked, for a file or for paper. */
  ids: chosenIds,
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
  ids: idsOf(query.ids),
  sort: readSort(query.sort, recordOrders, usualOrder),
  page: query.page,
  size,
})
