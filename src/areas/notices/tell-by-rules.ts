import { awayToday, readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { refreshSoon, textOf } from '#areas/policy/index.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Verdict } from '#pack/engines/judge.ts'
import type { Recipient } from '#pack/engines/notify/recipients.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import { isInOrder } from '#pack/types/notify.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { NewNotice } from './commands/insert-notices.ts'
import { writeNotices } from './commands/write-notices.ts'
import { callInOrder } from './jobs/call-in-order.ts'
import { audienceHolders } from './queries/audience-holders.ts'
import { holdersAt } from './queries/holders.ts'
import { holdersThere } from './queries/there.ts'

/** Something that happened and of which the policy says who is told. */
export interface Occurrence {
  /** `record/concern#opened`, `flow/illegal#police`. */
  readonly event: string
  readonly at: string
  readonly subject: { readonly kind: 'concern' | 'record'; readonly id: string }
  readonly schoolId: string
  /** People whom it names and who are never told. */
  readonly keptOut: readonly string[]
  readonly urgent: boolean
  readonly judge: (expression: string) => Verdict
  /** More holders than posts have, such as the class teachers of a pupil. */
  readonly holders?: Holders
  /** The parties that the reporter chose, where a rule lets them. */
  readonly reporterChose?: readonly string[]
  /** Where somebody reads on, or where it only says whom to ask. */
  readonly hrefFor: (personId: string) => string
  /** Who may read it: whoever is told and may not gets other words. */
  readonly mayRead: (personId: string) => boolean
}

const MUST_ASK = 'Ask whoever leads on online safety what you need to do.'

/**
 * Tells everybody whom the rules of the pack name for an event, once each, and sees that they are chased when nobody
 * takes it. Run as the system.
 * @returns the recipients by rule, those whom nobody could be told for included.
 */
export async function tellByRules(tx: Tx, policy: PolicyInForce, happened: Occurrence): Promise<readonly Recipient[]> {
  const audiences = await audienceHolders(tx, policy, happened.event, happened.schoolId)
  const holders = { ...(await holdersAt(tx, happened.schoolId)), ...audiences, ...happened.holders }
  const recipients = recipientsOf(
    policy.pack,
    {
      event: happened.event,
      at: happened.at,
      reporterChose: happened.reporterChose ?? [],
      there: await thereOf(tx, policy, happened),
    },
    holders,
    { keptOut: happened.keptOut, away: await awayToday(tx) },
    await readCalendar(tx, happened.schoolId),
    happened.judge,
  )
  const called = recipients.filter((one) => isCalled(policy, one))
  for (const one of called)
    await callInOrder(tx, { rule: one.notify, subject: happened.subject, holders: happened.holders ?? {} })
  const fresh = await writeNotices(
    tx,
    recipients.flatMap((one) => (called.includes(one) ? [] : noticesOf(policy, happened, one))),
  )
  for (const code of new Set(fresh.map((one) => one.code))) noteTold(tx, policy, happened, fresh, code)
  for (const one of recipients)
    if (fresh.some((notice) => notice.code === one.notify)) await chaseLater(tx, happened, one)
  await refreshSoon(tx)
  return recipients
}

// Who holds which post at the site that the record names, for each question by which a rule tells.
async function thereOf(tx: Tx, { pack }: PolicyInForce, happened: Occurrence): Promise<Record<string, Holders>> {
  const there: Record<string, Holders> = {}
  for (const rule of Object.values(pack.notify))
    if (rule.on === happened.event && rule.at !== undefined) there[rule.at] ??= await holdersThere(tx, rule, happened)
  return there
}

// Who is called one after the other is not told all at once.
const isCalled = (policy: PolicyInForce, { notify }: Recipient): boolean => {
  const rule = policy.pack.notify[notify.slice('notify/'.length)]
  return rule !== undefined && isInOrder(rule.to)
}

function noticesOf(policy: PolicyInForce, happened: Occurrence, one: Recipient): NewNotice[] {
  const rule = policy.pack.notify[one.notify.slice('notify/'.length)]
  if (rule === undefined) return []
  return one.people.map((readerId) => ({
    readerId,
    code: one.notify,
    says: happened.mayRead(readerId) ? textOf(rule.says) : `${textOf(rule.says)}. ${MUST_ASK}`,
    href: happened.hrefFor(readerId),
    subject: happened.subject,
    party: one.acting,
    clauses: rule.clauses,
    urgent: happened.urgent,
  }))
}

// One entry for each rule: it is the proof that the clauses behind it were kept.
function noteTold(
  tx: Tx,
  policy: PolicyInForce,
  happened: Occurrence,
  notices: readonly NewNotice[],
  code: string,
): void {
  const own = notices.filter((one) => one.code === code)
  recordEvent(tx, {
    code: 'notice.told',
    subject: happened.subject,
    ...(happened.subject.kind === 'record' ? { recordId: happened.subject.id } : {}),
    policyVersionId: policy.id,
    clauses: own[0]?.clauses ?? [],
    details: {
      rule: code,
      readers: own.map((one) => one.readerId),
      parties: [...new Set(own.map((one) => one.party))],
    },
  })
}

async function chaseLater(tx: Tx, happened: Occurrence, one: Recipient): Promise<void> {
  if (one.chaseAt === null) return
  const runAt = Temporal.Instant.from(one.chaseAt)
  const { subject } = happened
  await enqueue(
    tx,
    'notice_chase',
    { rule: one.notify, subjectKind: subject.kind, subjectId: subject.id },
    { runAt, key: `chase:${one.notify}:${subject.id}` },
  )
}
