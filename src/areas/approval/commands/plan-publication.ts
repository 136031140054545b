import { type PolicyDraft, readDraft, setStage } from '#areas/drafting/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue, nowIn } from '#platform/database/tx.ts'
import { noteRequired } from '../note-required.ts'
import { assertGuardsOpen, assertPublishable, publishDraft } from './publish-draft.ts'

export interface PlanPublication {
  readonly draftId: string
  readonly material: boolean
  readonly changeNote: string
  readonly inForceOn: Temporal.PlainDate
}

/**
 * Sets from when an approved draft is the policy: today at once, or on a day to come, when the software publishes it.
 * @returns the number of the version when it was published at once.
 */
export async function planPublication(tx: Tx, actor: PersonActor, input: PlanPublication): Promise<number | null> {
  const draft = await readDraft(tx, input.draftId)
  if (draft.stage !== 'approved') throw new Refused('policy.publish.not_approved', 'This draft is not approved yet.')
  assertPublishable(draft)
  await assertGuardsOpen(tx, draft)
  if (input.changeNote === '' && noteRequired(draft.pack))
    throw new Refused('policy.publish.note', 'The policy asks for a note on what changes.')
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(input.inForceOn, today) < 0)
    throw new Refused('policy.publish.past', 'A version holds from today or from a day to come.')
  const planned = await setStage(tx, actor, draft.id, {
    to: 'approved',
    material: input.material,
    changeNote: input.changeNote,
    inForceOn: input.inForceOn,
  })
  if (input.inForceOn.equals(today)) return (await publishDraft(tx, actor, planned)).number
  await queueDay(tx, planned, zone)
  return null
}

/** Has the day looked at when it begins; the daily work looks again, should this be missed. */
async function queueDay(tx: Tx, draft: PolicyDraft, zone: string): Promise<void> {
  if (draft.inForceOn === null) return
  const runAt = draft.inForceOn.toZonedDateTime({ timeZone: zone, plainTime: '00:05' }).toInstant()
  await enqueue(tx, 'policy_drafts_day', { draftId: draft.id }, { key: `publish-draft:${draft.id}`, runAt })
}

/** Takes a planned publication back before its day. */
export async function withdrawPublication(tx: Tx, actor: PersonActor, draftId: string): Promise<void> {
  const draft = await readDraft(tx, draftId)
  if (draft.stage !== 'approved' || draft.inForceOn === null)
    throw new Refused('policy.publish.not_planned', 'This draft is not waiting for its day.')
  await setStage(tx, actor, draftId, { to: 'approved', inForceOn: null })
}
