import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'

/** Marks one's own notices as read: these, or all of them. Somebody else's stay as they are. */
export async function markRead(tx: Tx, actor: PersonActor, ids: readonly string[] | 'all'): Promise<number> {
  if (ids.length === 0) return 0
  const result = await tx
    .updateTable('app.notice')
    .set({ read_at: nowText(tx) })
    .where('organisation_id', '=', actor.organisationId)
    .where('reader_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids === 'all' ? [] : [...ids]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
