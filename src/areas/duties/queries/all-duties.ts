import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { DutyRow } from './read-duties.ts'
import { dutyColumns, withPolicy } from './read-duties.ts'

export type AllView = 'open' | 'late' | 'done' | 'ahead'

export interface AllFilter {
  readonly view: AllView
  /** A party, or empty for all; `class_teachers` for the teachers of any class. */
  readonly party: string
  readonly duty: string
  readonly page: number
  readonly size: number
}

/** Everybody's duties: what is open by date, what was done newest first. */
export async function allDuties(tx: Tx, filter: AllFilter): Promise<DutyRow[]> {
  const order = filter.view === 'done' ? 'desc' : 'asc'
  const rows = await filtered(tx, filter)
    .select(dutyColumns)
    .orderBy(filter.view === 'done' ? 'done_at' : 'due_at', order)
    .orderBy('id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return withPolicy(tx, rows)
}

/** How many there are. */
export async function countAll(tx: Tx, filter: AllFilter): Promise<number> {
  const { count } = await filtered(tx, filter)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function filtered(tx: Tx, { view, party, duty }: AllFilter) {
  const now = nowText(tx)
  return tx
    .selectFrom('app.duty')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', view === 'done' ? '<>' : '=', 'open')
    .$if(view === 'late', (query) => query.where('due_at', '<', now))
    .$if(view === 'open', (query) => query.where('starts_at', '<=', now))
    .$if(view === 'ahead', (query) => query.where('starts_at', '>', now))
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
