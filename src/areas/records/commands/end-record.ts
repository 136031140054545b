import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { letIn } from '../let-in.ts'

/** Marks a record as ended, takes its open steps off the lists, and ends what was let in for them. Runs as the system. */
export const endSteps = (tx: Tx, recordId: string, state: 'closed' | 'voided'): Promise<void> =>
  asSystem(tx, async () => {
    const { organisationId } = contextOf(tx).actor
    await tx
      .updateTable('app.record')
      .set({ state, closed_at: nowText(tx) })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', recordId)
      .execute()
    await tx
      .deleteFrom('app.record_step')
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', recordId)
      .execute()
    await letIn(tx, recordId, 'step', [])
  })
