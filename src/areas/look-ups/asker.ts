import { audienceContext, personFacts } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { partiesOf } from '#pack/engines/audience/in-party.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'

/** Whoever looks something up. */
export interface Asker {
  /** Every party of the policy that they belong to. */
  readonly parties: readonly string[]
  /** The words for their age: easy to read for children of primary age. */
  readonly language: string
  /** Whether they may open the page of a clause. */
  readonly staff: boolean
  /** Where they belong; null when nowhere. */
  readonly schoolId: string | null
}

/** The last school year whose pupils read easy words: year 6. */
const LAST_EASY = 6

/** Whoever asks, and the policy as it holds where they belong. */
export async function askedIn(tx: Tx, actor: PersonActor): Promise<{ policy: PolicyInForce; asker: Asker }> {
  const whole = await policyInForce(tx)
  const asker = await askerOf(tx, whole, actor)
  return { policy: asker.schoolId === null ? whole : await policyInForce(tx, asker.schoolId), asker }
}

/** What the policy knows of whoever asks. */
async function askerOf(tx: Tx, policy: PolicyInForce, actor: PersonActor): Promise<Asker> {
  const known = (await personFacts(tx, [actor.personId])).get(actor.personId)
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const parties = known === undefined ? [] : partiesOf(policy.pack, known, today, audienceContext(policy.pack))
  const year = known?.facts.year
  const easy = actor.audience === 'pupil' && (typeof year !== 'number' || year <= LAST_EASY)
  return {
    parties,
    language: easy ? 'en-easy' : 'en',
    staff: actor.audience === 'staff' || actor.audience === 'governor',
    schoolId: known === undefined || known.schoolId === '' ? null : known.schoolId,
  }
}
