import type { PolicyInForce } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Planned } from './planned.ts'

const MOST_AT_ONCE = 500

/** Writes occurrences down; one that is written already stays as it is. Run as the system. @returns how many are new. */
export async function writePlanned(tx: Tx, policy: PolicyInForce, planned: readonly Planned[]): Promise<number> {
  const { actor, clock } = contextOf(tx)
  let made = 0
  for (let from = 0; from < planned.length; from += MOST_AT_ONCE) {
    const rows = await tx
      .insertInto('app.duty')
      .values(
        planned.slice(from, from + MOST_AT_ONCE).map((one) => ({
          organisation_id: actor.organisationId,
          id: newId(clock),
          policy_version_id: policy.id,
          duty: one.duty,
          key: one.key,
          title: one.title.slice(0, 300),
          party: one.party,
          school_id: one.schoolId,
          record_id: one.recordId,
          starts_at: one.startsAt.toString(),
          due_at: one.dueAt.toString(),
          state: 'open',
        })),
      )
      .onConflict((conflict) => conflict.columns(['organisation_id', 'duty', 'key']).doNothing())
      .returning('id')
      .execute()
    made += rows.length
  }
  return made
}
