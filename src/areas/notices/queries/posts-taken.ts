import type { PolicyInForce } from '#areas/policy/index.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'

/** Somebody who took a post and holds it still. */
export interface PostTaken {
  readonly id: string
  readonly personId: string
  readonly post: string
  /** Null where it is held for all schools. */
  readonly schoolId: string | null
  readonly fromOn: string
}

// Whoever was there when the policy began is named with it, and further back nobody looks.
const LOOK_BACK_DAYS = 120

/** The posts that were taken since the policy began. Run as the system. */
export async function postsTaken(tx: Tx, policy: PolicyInForce): Promise<PostTaken[]> {
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const back = today.subtract({ days: LOOK_BACK_DAYS })
  const since = Temporal.PlainDate.compare(back, policy.inForceOn) > 0 ? back : policy.inForceOn
  return tx
    .selectFrom('app.post_holder')
    .select(['id', 'person_id as personId', 'post', 'school_id as schoolId', 'from_on as fromOn'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('from_on', '>', since.toString())
    .where('from_on', '<=', today.toString())
    .where('until_on', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
}
