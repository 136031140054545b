import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Whether nothing of substance has changed since a version: every later one is a correction. */
export async function onlyCorrectionsSince(tx: Tx, versionId: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('app.policy_version as later')
    .innerJoin('app.policy_version as then', (join) =>
      join.onRef('then.organisation_id', '=', 'later.organisation_id').onRef('later.number', '>', 'then.number'),
    )
    .select('later.material')
    .where('later.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('then.id', '=', versionId)
    .orderBy('later.number')
    .limit(500)
    .execute()
  return rows.length > 0 && rows.every((row) => row.material === false)
}
