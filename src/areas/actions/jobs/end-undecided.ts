import { policyVersion } from '#areas/policy/index.ts'
import { lapseRecord } from '#areas/records/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Happened, isOverWith } from './happened.ts'

/** Ends the exceptions of a case that were asked for and not decided before they would have been over. Runs as the system. */
export async function endUndecided(tx: Tx, actor: SystemActor, happened: Happened): Promise<number> {
  if (happened.records.length === 0) return 0
  const rows = await tx
    .selectFrom('app.record as r')
    .select(['r.id', 'r.kind', 'r.school_id', 'r.policy_version_id'])
    .where('r.organisation_id', '=', actor.organisationId)
    .where('r.id', 'in', [...happened.records])
    .where('r.state', '=', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app.lasting_effect as l')
            .select('l.id')
            .whereRef('l.organisation_id', '=', 'r.organisation_id')
            .whereRef('l.record_id', '=', 'r.id'),
        ),
      ),
    )
    .execute()
  let ended = 0
  for (const row of rows) {
    const derived = derivedFrom(row.kind)
    if (derived?.of !== 'exception') continue
    const { pack } = await policyVersion(tx, row.policy_version_id, row.school_id)
    if (!isOverWith(pack.exceptions[derived.id]?.ends, happened.event)) continue
    await lapseRecord(tx, actor, row.id)
    ended += 1
  }
  return ended
}
