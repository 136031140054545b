import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'

/**
 * Queues what follows when people come, go or change: who signs in, who is asked for an agreement, which duties there are.
 * The tasks belong to other areas, which look at everybody again: doing them twice changes nothing.
 */
export async function peopleChanged(tx: Tx, leavers: readonly string[] = []): Promise<void> {
  const { organisationId } = contextOf(tx).actor
  await enqueue(tx, 'name_users', {}, { key: `name_users:${organisationId}` })
  await enqueue(tx, 'issue_agreements', {}, { key: `issue_agreements:${organisationId}` })
  await enqueue(tx, 'plan_duties', {}, { key: `plan-duties-soon:${organisationId}` })
  // Without a key: one import must not forget the leavers of the one before.
  if (leavers.length > 0) await enqueue(tx, 'end_agreements', { about: leavers })
}
