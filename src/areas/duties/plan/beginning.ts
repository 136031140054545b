import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** When the school began to keep a policy: nothing was due before. */
export async function readBeginning(tx: Tx, zone: string): Promise<Temporal.Instant> {
  const first = await tx
    .selectFrom('app.policy_version')
    .select(['published_at', 'in_force_on'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow()
  const published = Temporal.Instant.from(first.published_at)
  const inForce = Temporal.PlainDate.from(first.in_force_on).toZonedDateTime({ timeZone: zone }).toInstant()
  return Temporal.Instant.compare(published, inForce) >= 0 ? published : inForce
}
