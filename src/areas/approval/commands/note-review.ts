import { mayKeepPolicy } from '#areas/drafting/index.ts'
import { readCalendar, readSchools } from '#areas/people/index.ts'
import { policyInForce, readSettings, refreshSoon } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { reviewDueOn } from '../review-date.ts'

/** Notes that something happened because of which the policy is looked at at once. */
export const noteSooner = (tx: Tx, actor: Actor, input: { readonly event: string; readonly reason: string }) =>
  note(tx, actor, { kind: 'sooner', ...input })

/** Notes that the policy was looked at and nothing needs to change: its next review is counted from today. */
export const noteNoChange = (tx: Tx, actor: Actor, input: { readonly reason: string }) =>
  note(tx, actor, { kind: 'no_change', event: '', ...input })

interface Note {
  readonly kind: 'sooner' | 'no_change'
  readonly event: string
  readonly reason: string
}

async function note(tx: Tx, actor: Actor, input: Note): Promise<Temporal.PlainDate> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const policy = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  const [school] = await readSchools(tx)
  const next =
    school === undefined
      ? null
      : reviewDueOn(policy.pack, { approved: today, published: today }, await readCalendar(tx, school.id))
  const dueOn = input.kind === 'sooner' ? today : (next ?? today.add({ years: 1 }))
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.policy_review')
    .values({
      organisation_id: actor.organisationId,
      id,
      policy_version_id: policy.id,
      kind: input.kind,
      event: input.event,
      reason: input.reason,
      noted_by: personOf(actor),
      noted_at: nowText(tx),
      due_on: dueOn.toString(),
    })
    .execute()
  recordEvent(tx, {
    code: `policy.review.${input.kind}`,
    subject: { kind: 'policy_review', id },
    policyVersionId: policy.id,
    details: { event: input.event, reason: input.reason, due_on: dueOn.toString() },
  })
  await asSystem(tx, async () => {
    if (input.kind === 'sooner') await passOn(tx, input.event, id)
    await refreshSoon(tx)
    await enqueue(tx, 'policy_drafts_day', {}, { key: `drafts-day:${actor.organisationId}` })
  })
  return dueOn
}

/** Duties of the pack may begin on the same event. */
async function passOn(tx: Tx, event: string, id: string): Promise<void> {
  for (const school of await readSchools(tx))
    await enqueue(tx, 'duty_event', { event, id, at: nowText(tx), schoolId: school.id })
}
