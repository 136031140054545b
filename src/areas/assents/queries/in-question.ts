import { policyInForce, textOf } from '#areas/policy/index.ts'
import { isSuspendedBy } from '#pack/engines/assents/occasions.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { FamilyChange } from '../commands/note-change.ts'
import { OVER } from '../request.ts'

/** A change in a family, and what the policy then asks again. */
export interface InQuestion {
  readonly event: FamilyChange
  readonly agreements: readonly string[]
}

const EVENTS: readonly FamilyChange[] = ['circumstances.changed', 'person.changed_parents']

/** The changes that would suspend something of what is asked about a person now. */
export async function inQuestion(tx: Tx, personId: string): Promise<InQuestion[]> {
  const live = await tx
    .selectFrom('app.assent_request')
    .select(['assent', 'school_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('about_id', '=', personId)
    .where('state', 'not in', [...OVER])
    .orderBy('asked_at')
    .execute()
  const [first] = live
  if (first === undefined) return []
  const { pack } = await policyInForce(tx, first.school_id)
  return EVENTS.flatMap((event) => {
    const agreements = live.flatMap(({ assent: id }) => {
      const assent = pack.assents[id]
      return assent !== undefined && isSuspendedBy(assent, event) ? [textOf(assent.says)] : []
    })
    return agreements.length === 0 ? [] : [{ event, agreements }]
  })
}
