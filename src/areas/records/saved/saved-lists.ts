import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The lists that can be given a name. */
export type NamedList = 'incident' | 'concern'

/** A list with a name: its view, filters, words and order, as its address says them. */
export interface SavedList {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly mine: boolean
  readonly shared: boolean
  /** The one with which the list begins for whoever looks. */
  readonly first: boolean
}

/** One's own lists and those that others share, by name. */
export async function savedLists(tx: Tx, list: NamedList): Promise<SavedList[]> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return []
  const rows = await tx
    .selectFrom('app.saved_list as s')
    .leftJoin('app.saved_list_first as f', (join) =>
      join
        .onRef('f.organisation_id', '=', 's.organisation_id')
        .onRef('f.saved_list_id', '=', 's.id')
        .on('f.person_id', '=', actor.personId),
    )
    .select(['s.id', 's.name', 's.query', 's.owner_id', 's.circles', 'f.person_id as first'])
    .where('s.organisation_id', '=', actor.organisationId)
    .where('s.list', '=', list)
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    query: row.query,
    mine: row.owner_id === actor.personId,
    shared: row.circles.length > 0,
    first: row.first !== null,
  }))
}

/** Where a list begins for whoever opens it from the menu; null where nothing was chosen, or it is what it is anyway. */
export async function firstQuery(tx: Tx, list: NamedList): Promise<string | null> {
  const first = (await savedLists(tx, list)).find((one) => one.first)
  return first === undefined || first.query === '' ? null : first.query
}
