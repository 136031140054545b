import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import type { OpenRecord } from './open-record.ts'
import { openUnder } from './open-record.ts'

/** The case that a record follows from. */
export interface FollowsFrom {
  readonly id: string
  readonly circle: string
  /** Names the effect, so that it opens one record however often it is carried out. */
  readonly effect: string
}

/**
 * Opens a record that follows from a case, under the case's own version of the policy: as need-to-know as the case, with its
 * walls. @returns null when it was opened before.
 */
export async function openFollowing(
  tx: Tx,
  actor: Actor,
  policy: PolicyInForce,
  input: OpenRecord,
  from: FollowsFrom,
): Promise<{ id: string; reference: string } | null> {
  const before = await asSystem(tx, () =>
    tx
      .selectFrom('app.record_origin')
      .select('record_id')
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('from_record_id', '=', from.id)
      .where('effect', '=', from.effect)
      .executeTakeFirst(),
  )
  return before === undefined ? openUnder(tx, actor, policy, input, from) : null
}
