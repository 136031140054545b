import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** Takes back what was sent of these places and waits for an answer. Row policies let those do it who keep the policy. */
export async function takeBack(tx: Tx, draftId: string, places: readonly string[]): Promise<void> {
  if (places.length === 0) return
  await tx
    .updateTable('app.policy_confirmation')
    .set({ withdrawn_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draftId)
    .where('place', 'in', [...places])
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
