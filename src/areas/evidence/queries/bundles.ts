import { z } from 'zod'
import { namesOf } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A bundle that was made. */
export interface MadeBundle {
  readonly at: Temporal.Instant
  readonly by: string
  readonly to: string
  readonly fingerprint: string
}

/** The bundles that were made of a record, newest first, as its ledger says. */
export async function bundlesOf(tx: Tx, recordId: string): Promise<MadeBundle[]> {
  const rows = await tx
    .selectFrom('app.ledger_entry as e')
    .innerJoin('app.ledger_detail as d', (join) =>
      join
        .onRef('d.organisation_id', '=', 'e.organisation_id')
        .onRef('d.chain', '=', 'e.chain')
        .onRef('d.seq', '=', 'e.seq'),
    )
    .select(['e.at', 'e.actor_person_id', 'd.details'])
    .where('e.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('e.record_id', '=', recordId)
    .where('e.chain', '=', 'main')
    .where('e.code', '=', 'evidence.bundled')
    .orderBy('e.seq', 'desc')
    .limit(50)
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.actor_person_id),
  )
  return rows.map((row) => ({
    at: Temporal.Instant.from(row.at),
    by: names.get(row.actor_person_id ?? '') ?? '',
    ...detailsShape.parse(JSON.parse(row.details)),
  }))
}

const detailsShape = z.object({ to: z.string(), fingerprint: z.string() })
