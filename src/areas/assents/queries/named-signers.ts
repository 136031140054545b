import type { NamedOnSlip } from '#pack/engines/assents/asked.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Of each asking, who was named on its slip to countersign: in each question the one who was named last. Run as the system. */
export async function namedSigners(tx: Tx, requestIds: readonly string[]): Promise<(requestId: string) => NamedOnSlip> {
  if (requestIds.length === 0) return () => () => []
  const rows = await tx
    .selectFrom('app.assent_signer')
    .select(['request_id', 'person_id', 'named_in'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('request_id', 'in', [...new Set(requestIds)])
    .where('named_in', 'is not', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return (requestId) => (field) => {
    const last = rows.findLast((row) => row.request_id === requestId && row.named_in === field)
    return last === undefined ? [] : [last.person_id]
  }
}
