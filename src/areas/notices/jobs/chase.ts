import { awayToday } from '#areas/people/index.ts'
import { policyVersion, refreshSoon, textOf } from '#areas/policy/index.ts'
import { actingThere } from '#pack/engines/notify/acting-there.ts'
import { partiesTold } from '#pack/engines/notify/recipients.ts'
import { isInOrder } from '#pack/types/notify.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { writeNotices } from '../commands/write-notices.ts'
import { holdersAt } from '../queries/holders.ts'
import { subjectFacts } from '../queries/subject-facts.ts'
import { holdersThere } from '../queries/there.ts'
import { callInOrder } from './call-in-order.ts'

/**
 * Nobody has taken what they were told of: tells the party that the rule names next, or the same people again.
 * Does nothing when somebody has taken it meanwhile. Run as the system.
 * @returns how many people were told.
 */
export async function chase(
  tx: Tx,
  input: { rule: string; subjectKind: 'concern' | 'record'; subjectId: string },
): Promise<number> {
  const facts = await subjectFacts(tx, { kind: input.subjectKind, id: input.subjectId })
  if (facts.accepted) return 0
  const policy = await policyVersion(tx, facts.policyVersionId, facts.schoolId)
  const rule = policy.pack.notify[input.rule.slice('notify/'.length)]
  if (rule === undefined || contextOf(tx).actor.kind !== 'system') return 0
  if (isInOrder(rule.to)) return callInOrder(tx, { rule: input.rule, subject: facts.subject })
  const holders = await holdersAt(tx, facts.schoolId)
  const away = await awayToday(tx)
  const parties = rule.then_tell === undefined ? partiesTold(rule.to, []) : [rule.then_tell]
  const there = await holdersThere(tx, rule, facts)
  const notices = parties.flatMap((party) => {
    const acting = actingThere(policy.pack, party, holders, there, { keptOut: facts.keptOut, away })
    return acting.people.map((readerId) => ({
      readerId,
      code: `${input.rule}#chase`,
      says: `Nobody has taken this yet: ${textOf(rule.says)}`,
      href: facts.hrefFor(readerId),
      subject: facts.subject,
      party: acting.party,
      clauses: rule.clauses,
      urgent: true,
    }))
  })
  const fresh = await writeNotices(tx, notices)
  if (fresh.length > 0) {
    recordEvent(tx, {
      code: 'notice.chased',
      subject: facts.subject,
      ...(facts.subject.kind === 'record' ? { recordId: facts.subject.id } : {}),
      policyVersionId: policy.id,
      clauses: rule.clauses,
      details: { rule: input.rule, readers: fresh.map((one) => one.readerId) },
    })
    await refreshSoon(tx)
  }
  return fresh.length
}
