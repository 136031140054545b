import { writeNotices } from '#areas/notices/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { say } from '#core/messages/say.ts'
import { batches } from '#platform/database/batches.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assentOf, clausesOf } from '../agreement-text.ts'
import { writeLetters } from '../letters.ts'
import { paths } from '../paths.ts'
import type { PlannedReminder, RemindersWanted } from '../plan-reminders.ts'
import { planReminders } from '../plan-reminders.ts'
import { readPeople } from '../queries/read-people.ts'
import type { Request } from '../request.ts'
import { assertStaff } from '../staff.ts'
import { whomToTell } from '../whom-to-tell.ts'
import { hashOf } from './issue-agreements.ts'

export interface RemindersSent {
  /** Askings that were reminded of. */
  readonly reminded: number
  /** Readers who got a notice, and a mail where they have an address. */
  readonly readers: number
  /** Askings of which somebody of the school was told instead, because the reminders are used up. */
  readonly told: number
}

/**
 * Reminds those who have not answered: by the policy's rhythm (the software, each day), or by hand (staff, for askings that
 * they choose). Never more often than the pack says, and never somebody who wants to talk first.
 * @throws Forbidden when the actor is not staff.
 */
export async function sendReminders(tx: Tx, actor: Actor, input: RemindersWanted = {}): Promise<RemindersSent> {
  await assertStaff(tx, actor)
  return asSystem(tx, async () => {
    const policy = await policyInForce(tx)
    const plan = await planReminders(tx, input)
    const readers = await writeLetters(tx, policy, 'reminded', plan.send)
    await count(tx, plan.send)
    const told = await tell(tx, plan.tell)
    if (plan.send.length + told > 0)
      recordEvent(tx, {
        code: 'agreement.reminded',
        ...(plan.send.length === 1 && plan.send[0] !== undefined ? { personId: plan.send[0].aboutId } : {}),
        policyVersionId: policy.id,
        clauses: [...new Set(plan.send.flatMap((one) => clausesOf(assentOf(policy.pack, one.assent))))],
        details: { reminded: plan.send.length, readers, told, hash: hashOf(plan.send) },
      })
    return { reminded: plan.send.length, readers, told }
  })
}

async function count(tx: Tx, sent: readonly PlannedReminder[]): Promise<void> {
  for (const [reminded, own] of Map.groupBy(sent, (one) => one.count))
    for (const part of batches(own))
      await tx
        .updateTable('app.assent_request')
        .set({ reminded, reminded_at: nowText(tx) })
        .where('organisation_id', '=', contextOf(tx).actor.organisationId)
        .where(
          'id',
          'in',
          part.map((one) => one.id),
        )
        .execute()
}

/** One notice for each reader, with the names of those who have not answered. */
async function tell(tx: Tx, requests: readonly Request[]): Promise<number> {
  if (requests.length === 0) return 0
  const byReader = new Map<string, { party: string; requests: Request[] }>()
  for (const request of requests) {
    const told = await whomToTell(tx, request)
    for (const reader of told.people) {
      const own = byReader.get(reader) ?? { party: told.party, requests: [] }
      own.requests.push(request)
      byReader.set(reader, own)
    }
  }
  const people = await readPeople(
    tx,
    requests.map((request) => request.aboutId),
  )
  await writeNotices(
    tx,
    [...byReader].map(([readerId, { party, requests: own }]) => ({
      readerId,
      code: 'agreement.unanswered',
      says: say('en', 'agreement.notice.unanswered', {
        names: [...new Set(own.map((request) => people.get(request.aboutId)?.name ?? ''))].join(', '),
      }),
      href: paths.overview.to('?view=late'),
      // Of one asking somebody is told once: whatever stands first here was in no line before.
      subject: { kind: 'assent_request', id: own[0]?.id ?? '' },
      party,
      clauses: [],
      urgent: false,
    })),
  )
  for (const part of batches(requests))
    await tx
      .updateTable('app.assent_request')
      .set({ told_at: nowText(tx) })
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where(
        'id',
        'in',
        part.map((one) => one.id),
      )
      .execute()
  return requests.length
}
