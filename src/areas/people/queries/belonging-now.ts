import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Everybody who belongs to the organisation today, once for each way in which they do: `m` says how, `p` who. Run as the system. */
export const belongingNow = (tx: Tx) =>
  tx
    .selectFrom('app.person_membership as m')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
