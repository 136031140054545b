import { sql } from 'kysely'
import { writeNotices } from '#areas/notices/index.ts'
import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, policyVersion } from '#areas/policy/index.ts'
import { handlersLeft } from '#areas/records/index.ts'
import { countOf, sayFullDate } from '#core/calendar/say-date.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'
import { type Candidate, closedOf } from '../queries/closed-records.ts'
import { expiryOf, ruleOf } from '../rule.ts'

/** How long before its day whoever handles a record is told that it will be erased. */
export const ANNOUNCED_DAYS = 30

interface Announced {
  readonly recordId: string
  readonly on: Temporal.PlainDate
  readonly told: readonly string[]
}

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
  await tell(tx, announced)
  recordEvent(tx, {
    code: 'retention.announced',
    details: { records: announced.map(({ recordId, on }) => ({ id: recordId, on: on.toString() })) },
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
  const over = expiryOf(policy.pack, record, calendar)
  const soonest = dayOf(calendar, nowIn(tx)).add({ days: ANNOUNCED_DAYS })
  if (over === null || Temporal.PlainDate.compare(over, soonest) > 0) return null
  const made = await policyVersion(tx, record.policyVersionId, record.schoolId)
  const told = (await handlersLeft(tx, made, record.id)).map((one) => one.personId)
  if (told.length === 0) return null
  // What is over already, because the rule is new or the program stood still, has its month all the same.
  const on = Temporal.PlainDate.compare(over, soonest) < 0 ? soonest : over
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
  return { recordId: record.id, on, told }
}

async function tell(tx: Tx, announced: readonly Announced[]): Promise<void> {
  const batch = newId(contextOf(tx).clock)
  const readers = new Set(announced.flatMap((one) => one.told))
  await writeNotices(
    tx,
    [...readers].map((readerId) => {
      const mine = announced.filter((one) => one.told.includes(readerId))
      const first = mine.map((one) => one.on).toSorted(Temporal.PlainDate.compare)[0]
      const day = first === undefined ? '' : `, the first on ${sayFullDate(first)}`
      return {
        readerId,
        code: 'retention.announced',
        says: `${countOf(mine.length, 'record')} will be erased, because their time is over${day}. Postpone what is still needed`,
        href: paths.all.to(),
        subject: { kind: 'retention', id: batch },
        party: null,
        clauses: [],
        urgent: false,
      }
    }),
  )
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
