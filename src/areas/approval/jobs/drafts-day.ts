import { draftPaths, listDrafts, readDraft, setStage } from '#areas/drafting/index.ts'
import { readCalendar, readSchools } from '#areas/people/index.ts'
import { policyInForceOrNone, readSettings } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { decisionInTime } from '#pack/engines/decisions/in-time.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { approvalOf } from '../approval-steps.ts'
import { publishDraft } from '../commands/publish-draft.ts'
import { paths } from '../paths.ts'
import { readApprovals, readOffered, standingsOf } from '../queries/approvals.ts'
import { readReview } from '../queries/review.ts'
import { tellKeepers } from '../tell.ts'

/**
 * What a day brings to drafts: consultations whose last day is over are closed, approved drafts whose day has come are
 * published, silence counts as the policy says, and those who keep the policy hear when its review is due. Safe to repeat.
 */
export async function draftsDay(tx: Tx, system: SystemActor): Promise<void> {
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  for (const line of await listDrafts(tx, ['consulting', 'approving', 'approved'])) {
    if (line.stage === 'consulting') await closeWhenOver(tx, system, line.id, today, zone)
    else if (line.stage === 'approving') await heedSilence(tx, system, line.id)
    else if (line.inForceOn !== null && Temporal.PlainDate.compare(line.inForceOn, today) <= 0)
      await publishOnItsDay(tx, system, line.id)
  }
  await tellReviewDue(tx)
}

async function closeWhenOver(tx: Tx, system: SystemActor, id: string, today: Temporal.PlainDate, zone: string) {
  const draft = await readDraft(tx, id)
  if (draft.consultUntil === null) return
  if (Temporal.PlainDate.compare(draft.consultUntil, today) >= 0) {
    const runAt = draft.consultUntil
      .add({ days: 1 })
      .toZonedDateTime({ timeZone: zone, plainTime: '00:05' })
      .toInstant()
    return enqueue(tx, 'policy_drafts_day', { draftId: id }, { key: `close-consultation:${id}`, runAt })
  }
  await setStage(tx, system, id, { to: 'editing' })
  await tellKeepers(tx, {
    draftId: id,
    code: `policy.consultation.closed:${draft.consultUntil.toString()}`,
    says: `The consultation on “${draft.title}” has closed. Read what people said, and answer it.`,
    href: draftPaths.consultation.to(id),
  })
}

async function heedSilence(tx: Tx, system: SystemActor, id: string): Promise<void> {
  const draft = await readDraft(tx, id)
  const approval = approvalOf((await policyInForceOrNone(tx))?.pack ?? null, draft.pack)
  const next = standingsOf(approval, await readApprovals(tx, draft)).find(({ standing }) => standing.kind === 'open')
  const { at } = await readOffered(tx, id)
  const [school] = await readSchools(tx)
  if (next === undefined || at === null || school === undefined) return
  const inTime = decisionInTime(next.step.decision, next.standing, at, nowIn(tx), await readCalendar(tx, school.id))
  if (inTime.kind === 'refused') {
    const why = 'Nobody answered in time, and the policy counts that as a no.'
    await setStage(tx, system, id, { to: 'editing', whyEnded: why })
    return tellKeepers(tx, {
      draftId: id,
      code: `policy.approval.silent:${nowText(tx)}`,
      says: `“${draft.title}”: ${why}`,
      href: draftPaths.approval.to(id),
    })
  }
  // Silence is never a yes to a whole policy: it is told, and somebody decides.
  if (inTime.changesAt !== null && inTime.kind === 'open')
    await enqueue(
      tx,
      'policy_drafts_day',
      { draftId: id },
      { key: `silence:${id}`, runAt: Temporal.Instant.from(inTime.changesAt).add({ seconds: 1 }) },
    )
}

async function publishOnItsDay(tx: Tx, system: SystemActor, id: string): Promise<void> {
  const draft = await readDraft(tx, id, { lock: true })
  try {
    await publishDraft(tx, system, draft)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    await setStage(tx, system, id, { to: 'approved', inForceOn: null })
    recordEvent(tx, {
      code: 'policy.publish.failed',
      subject: { kind: 'policy_draft', id },
      details: { why: fault.code },
    })
    await tellKeepers(tx, {
      draftId: id,
      code: `policy.publish.failed:${nowText(tx)}`,
      says: `“${draft.title}” could not be published on its day: ${fault.says ?? fault.code}`,
      href: draftPaths.publish.to(id),
      urgent: true,
    })
  }
}

// A month to prepare it, and a word on the day itself.
const BEFORE = { months: 1 } as const

async function tellReviewDue(tx: Tx): Promise<void> {
  const review = await readReview(tx)
  if (review === null || review.dueOn === null) return
  const days = [
    { at: review.dueOn, code: 'due', says: 'The review of the policy is due now.' },
    { at: review.dueOn.subtract(BEFORE), code: 'soon', says: 'The review of the policy is due in a month.' },
  ]
  const come = days.find(({ at }) => Temporal.PlainDate.compare(at, review.today) <= 0)
  if (come === undefined) return
  await tellKeepers(tx, {
    draftId: review.versionId,
    code: `policy.review.${come.code}:${review.dueOn.toString()}`,
    says: come.says,
    href: paths.life.to(),
  })
  if (come.code === 'due') await reviewMoment(tx, review.versionId, review.dueOn)
}

/** The pack may ask people or begin duties when the review is due. The same day is told once: the event has its own id. */
async function reviewMoment(tx: Tx, versionId: string, dueOn: Temporal.PlainDate): Promise<void> {
  const event = 'document/policy#review_due'
  await enqueue(tx, 'issue_agreements', { event }, { key: `issue_agreements:review:${versionId}` })
  for (const school of await readSchools(tx))
    await enqueue(tx, 'duty_event', {
      event,
      id: `${versionId}:review:${dueOn.toString()}`,
      at: nowText(tx),
      schoolId: school.id,
    })
}
