import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The steps of a record that are open now, as moments: `record/publication#extra`, `flow/loss#search`. Run as the system. */
export async function stepsReached(tx: Tx, recordId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.record_step')
    .select(['chart', 'step'])
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('chart')
    .orderBy('step')
    .execute()
  return rows.map(({ chart, step }) => `${chart}#${step}`)
}
