import { sql } from 'kysely'
import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, policyVersion } from '#areas/policy/index.ts'
import { handlersLeft } from '#areas/records/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { type Candidate, closedOf } from '../queries/closed-records.ts'
import { expiryOf, ruleOf } from '../rule.ts'
import { announcedDay } from './announced-day.ts'
import { type Announced, tellAnnounced } from './tell-announced.ts'

/**
 * Announces what will be erased: every closed record whose time is over within a month, to those who handle it. A record
 * that nobody can be told of is not announced, and so not erased. Runs as the system.
 * @returns how many were announced.
 */
export async function announceExpiry(tx: Tx): Promise<number> {
  const announced: Announced[] = []
  for (const { school_id: schoolId, kind } of await kindsClosed(tx)) {
    const policy = await policyInForce(tx, schoolId)
    const rule = ruleOf(policy.pack, kind)
    if (rule === null) continue
    const calendar = await readCalendar(tx, schoolId)
    for (const record of await closedOf(tx, schoolId, kind)) {
      const one = await announce(tx, policy, record, rule.says, calendar)
      if (one !== null) announced.push(one)
    }
  }
  if (announced.length === 0) return 0
  await tellAnnounced(tx, announced, 'record')
  recordEvent(tx, {
    code: 'retention.announced',
    details: { records: announced.map(({ id, on }) => ({ id, on: on.toString() })) },
  })
  return announced.length
}

async function announce(
  tx: Tx,
  policy: PolicyInForce,
  record: Candidate,
  rule: string,
  calendar: SchoolCalendar,
): Promise<Announced | null> {
  const on = announcedDay(expiryOf(policy.pack, record, calendar), calendar, nowIn(tx))
  if (on === null) return null
  const made = await policyVersion(tx, record.policyVersionId, record.schoolId)
  const told = (await handlersLeft(tx, made, record.id)).map((one) => one.personId)
  if (told.length === 0) return null
  await tx
    .insertInto('app.record_expiry')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      record_id: record.id,
      circle: record.circle,
      rule,
      expires_on: on.toString(),
      announced_at: nowText(tx),
      announced_to: told,
    })
    .execute()
  return { id: record.id, on, told }
}

async function kindsClosed(tx: Tx) {
  return tx
    .selectFrom('app.record')
    .select(['school_id', 'kind'])
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(sql<boolean>`state in ('closed', 'voided')`)
    .execute()
}
