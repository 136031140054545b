import { systemActor } from '#core/actor.ts'
import type { Database } from '../database/database.ts'
import type { Tx } from '../database/tx.ts'
import { recordEvent } from '../ledger/event.ts'

/**
 * Carries events of identity into the ledgers of their organisations, oldest first; several may run at once.
 * An event leaves the outbox in the transaction that writes its entry, so it is entered once.
 * @returns how many were entered.
 * @throws AggregateError when an organisation's ledger could not be written; the others were.
 */
export async function drainIdentityEvents(db: Database, limit: number): Promise<number> {
  const organisations = await db.identity
    .selectFrom('identity.event')
    .select('organisation_id')
    .groupBy('organisation_id')
    .orderBy((event) => event.fn.min('at'))
    .orderBy('organisation_id')
    .limit(limit)
    .execute()
  let left = limit
  const faults: unknown[] = []
  for (const { organisation_id: organisationId } of organisations) {
    if (left <= 0) break
    try {
      left -= await db.inTx(systemActor(organisationId, 'identity'), (tx) => drainOne(tx, organisationId, left))
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'identity events could not be entered')
  return limit - left
}

// Two at once wait for each other here; what the first has deleted, the second does not get.
async function drainOne(tx: Tx, organisationId: string, limit: number): Promise<number> {
  const events = await tx
    .deleteFrom('identity.event')
    .where('id', 'in', (event) =>
      event
        .selectFrom('identity.event')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .orderBy('at')
        .orderBy('id')
        .limit(limit),
    )
    .returningAll()
    .execute()
  const inOrder = events.toSorted(
    (one, other) => Temporal.Instant.compare(one.at, other.at) || (one.id < other.id ? -1 : 1),
  )
  for (const event of inOrder) {
    const details = typeof event.details === 'object' && event.details !== null ? event.details : {}
    recordEvent(tx, {
      code: event.code,
      ...(event.user_id === null ? {} : { subject: { kind: 'user', id: event.user_id } }),
      ...(event.person_id === null ? {} : { personId: event.person_id }),
      // The entry's own time is that of the job.
      details: { ...details, at: Temporal.Instant.from(event.at).toString() },
    })
  }
  return events.length
}
