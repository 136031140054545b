import { sql } from 'kysely'
import type { Sort } from '#core/sort.ts'

/** The columns by which a list of records is ordered. */
export const recordOrders = ['opened', 'reference', 'happened', 'kind', 'standing'] as const
export type RecordOrder = (typeof recordOrders)[number]

/** Newest first: what happened last is what people come for. */
export const usualOrder: Sort<RecordOrder> = { by: 'opened', down: true }

// Each is an index of app.record, read forwards or backwards: the ties are turned round with it.
const orders = {
  opened: { up: sql`r.opened_at, r.id desc`, down: sql`r.opened_at desc, r.id` },
  reference: { up: sql`r.reference`, down: sql`r.reference desc` },
  happened: {
    up: sql`r.occurred_at nulls first, r.id desc`,
    down: sql`r.occurred_at desc nulls last, r.id`,
  },
  kind: { up: sql`r.category, r.opened_at desc, r.id`, down: sql`r.category desc, r.opened_at, r.id desc` },
  standing: { up: sql`r.state, r.opened_at desc, r.id`, down: sql`r.state desc, r.opened_at, r.id desc` },
} as const

/** The order as the database reads it. */
export const orderOf = ({ by, down }: Sort<RecordOrder>) => (down ? orders[by].down : orders[by].up)
