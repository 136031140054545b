import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** What is no longer closed is not erased: that it would be is taken back, and its time begins anew when it ends. */
export async function takeBackExpiry(tx: Tx, concernId: string): Promise<void> {
  await asSystem(tx, () =>
    tx
      .deleteFrom('app.concern_expiry')
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('concern_id', '=', concernId)
      .execute(),
  )
}
