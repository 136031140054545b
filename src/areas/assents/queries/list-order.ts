import { sql } from 'kysely'
import type { Sort } from '#core/sort.ts'

/** The columns by which what is asked is ordered. */
export const askingOrders = ['name', 'due', 'asked'] as const
export type AskingOrder = (typeof askingOrders)[number]

/** By family name, as a class list is. */
export const usualOrder: Sort<AskingOrder> = { by: 'name', down: false }

const orders = {
  name: {
    up: sql`p.family_name, p.given_name, r.id`,
    down: sql`p.family_name desc, p.given_name desc, r.id desc`,
  },
  due: { up: sql`r.due_at, r.id`, down: sql`r.due_at desc, r.id desc` },
  asked: { up: sql`r.asked_at, r.id`, down: sql`r.asked_at desc, r.id desc` },
} as const

/** The order as the database reads it. */
export const orderOf = ({ by, down }: Sort<AskingOrder>) => (down ? orders[by].down : orders[by].up)
