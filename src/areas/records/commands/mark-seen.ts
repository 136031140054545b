import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** Notes that the acting person has seen these records as they are now; what they may not see is left out. */
export async function markSeen(tx: Tx, ids: readonly string[]): Promise<number> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person' || ids.length === 0) return 0
  const seen = await tx
    .selectFrom('app.record')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', 'in', [...ids])
    .execute()
  if (seen.length === 0) return 0
  const own = { organisation_id: actor.organisationId, person_id: actor.personId, seen_at: nowText(tx) }
  await tx
    .insertInto('app.record_seen')
    .values(seen.map(({ id }) => ({ ...own, record_id: id })))
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id', 'record_id']).doUpdateSet({ seen_at: own.seen_at }),
    )
    .execute()
  return seen.length
}
