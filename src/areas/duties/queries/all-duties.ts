import type { Sort } from '#core/sort.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { DutyOrder } from './list-order.ts'
import { orderOf } from './list-order.ts'
import type { DutyRow } from './read-duties.ts'
import { dutyColumns, withPolicy } from './read-duties.ts'

export type AllView = 'open' | 'late' | 'done' | 'ahead'

export interface AllFilter {
  readonly view: AllView
  /** A party, or empty for all; `class_teachers` for the teachers of any class. */
  readonly party: string
  readonly duty: string
  /** These alone, whatever the view, when some were chosen. */
  readonly ids?: readonly string[] | undefined
  readonly sort: Sort<DutyOrder>
  readonly page: number
  readonly size: number
}

/** Everybody's duties, a page of them. */
export async function allDuties(tx: Tx, filter: AllFilter): Promise<DutyRow[]> {
  const rows = await filtered(tx, filter)
    .select(dutyColumns)
    .orderBy(orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return withPolicy(tx, rows)
}

/** Past a thousand the exact number tells nobody anything, and finding it would read them all. */
export const MOST_COUNTED = 1000

/** How many there are, up to a thousand. */
export async function countAll(tx: Tx, filter: AllFilter): Promise<number> {
  const some = filtered(tx, filter).select('id').limit(MOST_COUNTED).as('some')
  const { count } = await tx
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function filtered(tx: Tx, { view, party, duty, ids }: AllFilter) {
  const now = nowText(tx)
  return tx
    .selectFrom('app.duty')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .$if(ids === undefined, (query) => query.where('state', view === 'done' ? '<>' : '=', 'open'))
    .$if(ids === undefined && view === 'late', (query) => query.where('due_at', '<', now))
    .$if(ids === undefined && view === 'open', (query) => query.where('starts_at', '<=', now))
    .$if(ids === undefined && view === 'ahead', (query) => query.where('starts_at', '>', now))
    .$if(duty !== '', (query) => query.where('duty', '=', duty))
    .$if(party === 'class_teachers', (query) => query.where('party', 'like', 'class\\_teachers%'))
    .$if(party !== '' && party !== 'class_teachers', (query) => query.where('party', '=', party))
}

/** The names of classes by id, for saying whose teachers a duty has. */
export async function classNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('app.class')
    .select(['id', 'name'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
