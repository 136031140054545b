import { sql } from 'kysely'
import type { Sort } from '#core/sort.ts'

/** The columns by which concerns are ordered. */
export const concernOrders = ['standing', 'told', 'worry', 'teller'] as const
export type ConcernOrder = (typeof concernOrders)[number]

/** What nobody has taken first, danger before all else. */
export const usualOrder: Sort<ConcernOrder> = { by: 'standing', down: false }

// Word for word the expression of the index concern_by_standing.
const place = sql`(case when c.state = 'new' then 0 when c.state = 'taken' then 1 else 2 end)`

// Each is an index of app.concern, read forwards or backwards: the ties are turned round with it.
const orders = {
  standing: {
    up: sql`${place}, c.in_danger desc, c.told_at desc, c.id`,
    down: sql`${place} desc, c.in_danger, c.told_at, c.id desc`,
  },
  told: { up: sql`c.told_at, c.id desc`, down: sql`c.told_at desc, c.id` },
  worry: { up: sql`c.about_kind, c.told_at desc, c.id`, down: sql`c.about_kind desc, c.told_at, c.id desc` },
  teller: { up: sql`c.reporter_kind, c.told_at desc, c.id`, down: sql`c.reporter_kind desc, c.told_at, c.id desc` },
} as const

/** The order as the database reads it. Among those that nobody has taken, whoever waits longest comes first. */
export function orderOf({ by, down }: Sort<ConcernOrder>, view: string) {
  if (by === 'standing' && view === 'new')
    return down ? sql`c.in_danger, c.told_at desc, c.id desc` : sql`c.in_danger desc, c.told_at, c.id`
  return down ? orders[by].down : orders[by].up
}
