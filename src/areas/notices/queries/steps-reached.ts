import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The steps of a record that are open now, as moments: `record/publication#extra`, `flow/loss#search`. Run as the system. */
export async function stepsReached(tx: Tx, recordId: string, kind: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.record_step')
    .select('key')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .execute()
  return [...new Set(rows.flatMap(({ key }) => momentOf(key, kind)))]
}

/** A key names where the step stands by what led there: `incident:chart:1.illegal:police:1`, for one person with `~` behind it. */
function momentOf(key: string, kind: string): string[] {
  const way = key.split('.')
  const [chart, step] = way.at(-1)?.split(':') ?? []
  if (chart === undefined || step === undefined) return []
  return [way.length === 1 && chart === kind ? `record/${kind}#${step}` : `flow/${chart.split('~')[0] ?? ''}#${step}`]
}
