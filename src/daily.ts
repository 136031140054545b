import { systemActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowIn } from '#platform/database/tx.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { knownOrganisations } from './stamp.ts'

/** What is looked after once a day in every organisation, before anybody is at work. */
const EACH_DAY = [
  'name_users',
  'issue_agreements',
  'remind_of_agreements',
  'tell_of_posts',
  'policy_drafts_day',
  'evidence_scan_again',
  'complaints_day',
  'retention_day',
  'seed_entries',
  'end_assignments',
  'concerns_day',
  'refresh_standings',
] as const
const AT = '05:30'

/** Queues the day's work and itself for the next day; a queue entry for each organisation, whatever runs it. */
export const dailyTask =
  (parts: Parts): JobTask =>
  ({ organisationId }) =>
    parts.db.inTx(systemActor(organisationId, 'daily'), async (tx) => {
      for (const task of EACH_DAY) await enqueue(tx, task, {}, { key: `${task}:${organisationId}` })
      await enqueue(tx, 'daily', {}, { key: `daily:${organisationId}`, runAt: nextMorning(tx) })
    })

/** Begins the days of every organisation; safe to repeat at each start. */
export async function startDays(db: Database): Promise<void> {
  for (const { organisationId } of await knownOrganisations(db)) {
    await db.inTx(systemActor(organisationId, 'daily'), (tx) => beginDays(tx))
  }
}

/** Begins the days of the organisation of this transaction, such as one that has just been set up. */
const beginDays = (tx: Tx): Promise<void> =>
  enqueue(tx, 'daily', {}, { key: `daily:${contextOf(tx).actor.organisationId}` })

function nextMorning(tx: Tx): Temporal.Instant {
  const now = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE)
  const today = now.toPlainDate().toZonedDateTime({ timeZone: SCHOOL_ZONE, plainTime: AT })
  return (Temporal.ZonedDateTime.compare(today, now) > 0 ? today : today.add({ days: 1 })).toInstant()
}
