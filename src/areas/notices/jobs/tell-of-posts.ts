import { awayToday, personFacts, readCalendar, readSchools } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyAt, policyInForceOrNone, refreshSoon, textOf } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { eventJudge, personValue } from '#pack/engines/judges.ts'
import type { Recipient } from '#pack/engines/notify/recipients.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { NewNotice } from '../commands/insert-notices.ts'
import { writeNotices } from '../commands/write-notices.ts'
import { audienceHolders } from '../queries/audience-holders.ts'
import { holdersAt } from '../queries/holders.ts'
import type { PostTaken } from '../queries/posts-taken.ts'
import { postsTaken } from '../queries/posts-taken.ts'

export const TOOK_POST = 'person.took_post'

/**
 * Tells those whom the policy names who holds a post now: of every post that was taken since the policy began, once. Run as the
 * system, each day and whenever people change.
 * @returns how many were told.
 */
export async function tellOfPosts(tx: Tx): Promise<number> {
  const policy = await policyInForceOrNone(tx)
  if (policy === null || !Object.values(policy.pack.notify).some((rule) => rule.on === TOOK_POST)) return 0
  const taken = await postsTaken(tx, policy)
  if (taken.length === 0) return 0
  const schools = await readSchools(tx)
  let told = 0
  for (const one of taken)
    for (const school of schools)
      if (one.schoolId === null || one.schoolId === school.id)
        told += await tell(tx, await policyAt(tx, policy, school.id), one, school.id)
  if (told > 0) await refreshSoon(tx)
  return told
}

async function tell(tx: Tx, policy: PolicyInForce, taken: PostTaken, schoolId: string): Promise<number> {
  const person = (await personFacts(tx, [taken.personId])).get(taken.personId)
  if (person === undefined) return 0
  const calendar = await readCalendar(tx, schoolId)
  // The event is about the post that was taken, not about others that the person has.
  const holds = (id: string, party: string) => (id === taken.personId ? party === `party/${taken.post}` : undefined)
  const recipients = recipientsOf(
    policy.pack,
    { event: TOOK_POST, at: morningOf(taken, calendar) },
    { ...(await holdersAt(tx, schoolId)), ...(await audienceHolders(tx, policy, TOOK_POST, schoolId)) },
    { keptOut: [], away: await awayToday(tx) },
    calendar,
    eventJudge(policy.pack, TOOK_POST, { person: personValue(policy.pack, person) }, { holds }),
  )
  // A condition that nobody can judge is about another post than this.
  const sure = recipients.filter((one) => !one.unsure)
  const fresh = await writeNotices(
    tx,
    sure.flatMap((one) => noticesOf(policy, taken, one)),
  )
  for (const code of new Set(fresh.map((one) => one.code))) noteTold(tx, policy, taken, fresh, code)
  return fresh.length
}

const morningOf = ({ fromOn }: PostTaken, { zone }: SchoolCalendar): string =>
  Temporal.PlainDate.from(fromOn).toZonedDateTime({ timeZone: zone }).toInstant().toString()

function noticesOf({ pack }: PolicyInForce, taken: PostTaken, one: Recipient): NewNotice[] {
  const rule = pack.notify[one.notify.slice('notify/'.length)]
  if (rule === undefined) return []
  return one.people.map((readerId) => ({
    readerId,
    code: one.notify,
    says: textOf(rule.says),
    href: '/policy/who',
    subject: { kind: 'post_holder', id: taken.id },
    party: one.acting,
    clauses: rule.clauses,
    urgent: false,
  }))
}

function noteTold(tx: Tx, policy: PolicyInForce, taken: PostTaken, notices: readonly NewNotice[], code: string): void {
  const own = notices.filter((one) => one.code === code)
  recordEvent(tx, {
    code: 'notice.told',
    subject: { kind: 'post_holder', id: taken.id },
    policyVersionId: policy.id,
    clauses: own[0]?.clauses ?? [],
    details: { rule: code, readers: own.length, parties: [...new Set(own.map((one) => one.party))] },
  })
}
