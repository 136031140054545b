import { policyInForce } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Whether the person may open an incident themselves: those whom the pack names. Everybody else tells a concern. */
export async function mayOpenIncidents(tx: Tx): Promise<boolean> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return actor.kind === 'system'
  const policy = await policyInForce(tx)
  const who = policy.pack.records.incident?.opened_by
  if (who === undefined) return false
  const asked = typeof who === 'string' ? [who] : 'any_of' in who ? who.any_of : who.all_of
  const posts = asked.flatMap((one) => (one.startsWith('party/') ? [one.slice('party/'.length)] : []))
  if (posts.length === 0) return false
  const held = await tx
    .selectFrom('app.post_holder')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('post', 'in', posts)
    .where('until_on', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}
