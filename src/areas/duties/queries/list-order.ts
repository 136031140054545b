import { sql } from 'kysely'
import type { Sort } from '#core/sort.ts'

/** The columns by which duties are ordered. */
export const dutyOrders = ['due', 'title', 'owner', 'settled'] as const
export type DutyOrder = (typeof dutyOrders)[number]

/** What is open by its date; of what was settled, the newest first. */
export const usualOrder = (view: string): Sort<DutyOrder> =>
  view === 'done' ? { by: 'settled', down: true } : { by: 'due', down: false }

// Of what is settled each is an index of app.duty, read forwards or backwards; what is open is few enough to be sorted.
const orders = {
  due: { up: sql`due_at, id`, down: sql`due_at desc, id desc` },
  title: { up: sql`title, due_at, id`, down: sql`title desc, due_at desc, id desc` },
  owner: { up: sql`party, due_at, id`, down: sql`party desc, due_at desc, id desc` },
  settled: { up: sql`done_at, id desc`, down: sql`done_at desc, id` },
} as const

/** The order as the database reads it. */
export const orderOf = ({ by, down }: Sort<DutyOrder>) => (down ? orders[by].down : orders[by].up)
