import { readCalendar } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { lookingAfter, type SettledConcern, schoolsWithConcerns, settledConcerns } from '../queries/settled-concerns.ts'
import { expiryOf, ruleOf } from '../rule.ts'
import { announcedDay } from './announced-day.ts'
import { type Announced, tellAnnounced } from './tell-announced.ts'

/**
 * Announces the settled concerns whose time is over within a month, to those who look after them. One of which nobody can be
 * told is not announced, and so not erased. Runs as the system.
 * @returns how many were announced.
 */
export async function announceConcerns(tx: Tx): Promise<number> {
  const announced: Announced[] = []
  for (const schoolId of await schoolsWithConcerns(tx)) {
    const { pack } = await policyInForce(tx, schoolId)
    const rule = ruleOf(pack, 'concern')
    if (rule === null) continue
    const calendar = await readCalendar(tx, schoolId)
    for (const concern of await settledConcerns(tx, schoolId)) {
      const on = announcedDay(expiryOf(pack, concern, calendar), calendar, nowIn(tx))
      const one = on === null ? null : await announce(tx, concern, rule.says, on)
      if (one !== null) announced.push(one)
    }
  }
  if (announced.length === 0) return 0
  await tellAnnounced(tx, announced, 'concern')
  recordEvent(tx, {
    code: 'retention.announced',
    details: { concerns: announced.map(({ id, on }) => ({ id, on: on.toString() })) },
  })
  return announced.length
}

async function announce(
  tx: Tx,
  concern: SettledConcern,
  rule: string,
  on: Temporal.PlainDate,
): Promise<Announced | null> {
  const told = await lookingAfter(tx, concern)
  if (told.length === 0) return null
  await tx
    .insertInto('app.concern_expiry')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      concern_id: concern.id,
      rule,
      expires_on: on.toString(),
      announced_at: nowText(tx),
      announced_to: told,
    })
    .execute()
  return { id: concern.id, on, told }
}
