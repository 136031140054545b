import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, refreshSoon, textOf } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Call } from '#pack/engines/notify/call-in-order.ts'
import { nextCall, turnOf } from '#pack/engines/notify/call-in-order.ts'
import type { Notify } from '#pack/types/notify.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { writeNotices } from '../commands/write-notices.ts'
import { callsMade } from '../queries/calls.ts'
import { holdersAt } from '../queries/holders.ts'
import type { SubjectFacts } from '../queries/subject-facts.ts'
import { subjectFacts } from '../queries/subject-facts.ts'
import { holdersThere } from '../queries/there.ts'

interface CallInput {
  readonly rule: string
  readonly subject: SubjectFacts['subject']
  /** More holders than posts have, such as the class teachers of a pupil. */
  readonly holders?: Holders
}

/**
 * Calls whoever's turn it is under a rule that calls `in_order`, and queues the next turn. Does nothing when somebody has
 * taken it, or before the last turn is over: it may run as often as it likes. Run as the system.
 * @returns how many people were called.
 */
export async function callInOrder(tx: Tx, input: CallInput): Promise<number> {
  const facts = await subjectFacts(tx, input.subject)
  if (facts.accepted) return 0
  const policy = await policyVersion(tx, facts.policyVersionId, facts.schoolId)
  const rule = policy.pack.notify[input.rule.slice('notify/'.length)]
  if (rule === undefined) return 0
  const made = await callsMade(tx, input)
  const over = made.length === 0 ? null : made.reduce((a, b) => (a.number > b.number ? a : b))
  const until = over === null ? null : over.at.add(turnOf(rule, over.number))
  if (until !== null && Temporal.Instant.compare(until, nowIn(tx)) > 0) {
    await callNext(tx, input, until)
    return 0
  }
  const holders = { ...(await holdersAt(tx, facts.schoolId)), ...input.holders }
  const situation = { keptOut: facts.keptOut, away: await awayToday(tx) }
  const call = nextCall(policy.pack, rule, made, holders, situation, await holdersThere(tx, rule, facts))
  const next = nowIn(tx).add(turnOf(rule, call?.number ?? made.length))
  await callNext(tx, input, next)
  if (call === null) return 0
  await makeCall(tx, { policy, rule, input, call })
  await refreshSoon(tx)
  return call.people.length
}

interface Making {
  readonly policy: PolicyInForce
  readonly rule: Notify
  readonly input: CallInput
  readonly call: Call
}

async function makeCall(tx: Tx, { policy, rule, input, call }: Making): Promise<void> {
  const { actor, clock } = contextOf(tx)
  await letIn(tx, input.subject, call.people)
  await tx
    .insertInto('app.notice_call')
    .values(
      call.people.map((personId) => ({
        organisation_id: actor.organisationId,
        id: newId(clock),
        subject_kind: input.subject.kind,
        subject_id: input.subject.id,
        rule: input.rule,
        number: call.number,
        party: call.party,
        person_id: personId,
        called_at: nowText(tx),
      })),
    )
    .execute()
  const facts = await subjectFacts(tx, input.subject)
  await writeNotices(
    tx,
    call.people.map((readerId) => ({
      readerId,
      code: call.number === 0 ? input.rule : `${input.rule}#call/${call.number}`,
      says: textOf(rule.says),
      href: facts.hrefFor(readerId),
      subject: input.subject,
      party: call.party,
      clauses: rule.clauses,
      urgent: true,
    })),
  )
  recordEvent(tx, {
    code: 'notice.called',
    subject: input.subject,
    ...(input.subject.kind === 'record' ? { recordId: input.subject.id } : {}),
    policyVersionId: policy.id,
    clauses: rule.clauses,
    details: { rule: input.rule, number: call.number, party: call.party, readers: call.people },
  })
}

// Whoever is called to a concern must be able to read it. A case has its own rules of who may.
async function letIn(tx: Tx, subject: SubjectFacts['subject'], people: readonly string[]): Promise<void> {
  if (subject.kind !== 'concern') return
  await tx
    .insertInto('app.concern_reader')
    .values(
      people.map((personId) => ({
        organisation_id: contextOf(tx).actor.organisationId,
        concern_id: subject.id,
        person_id: personId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const callNext = (tx: Tx, { rule, subject }: CallInput, runAt: Temporal.Instant): Promise<void> =>
  enqueue(
    tx,
    'notice_chase',
    { rule, subjectKind: subject.kind, subjectId: subject.id },
    { runAt, key: `chase:${rule}:${subject.id}` },
  )
