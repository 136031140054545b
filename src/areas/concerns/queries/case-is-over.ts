import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** Whether the case that a concern became is over. Whoever may not see the case, its reporter too, learns no more than this. */
export async function caseIsOver(tx: Tx, recordId: string | null): Promise<boolean> {
  if (recordId === null) return false
  const row = await asSystem(tx, () =>
    tx
      .selectFrom('app.record')
      .select('state')
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', '=', recordId)
      .executeTakeFirst(),
  )
  return row !== undefined && row.state !== 'open'
}
