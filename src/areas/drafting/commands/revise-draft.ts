import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { stored } from '../content.ts'
import { mayKeepPolicy } from '../may-keep.ts'
import { type PolicyDraft, readDraft } from '../queries/read-draft.ts'

/** What a change makes of a draft. */
export interface Revised {
  readonly content: Pack
  /** What it did, in words: “The wording of L-041”. */
  readonly says: string
  /** The part that it changed, where it was one. */
  readonly place?: string
  /** The revision whose content it takes up again. */
  readonly goesBackTo?: number
}

/**
 * Changes a draft: `work` gets it as it stands now, under lock, and says what becomes of it, so that nobody's change is written
 * over unseen. A draft that was waiting for approval, or had it, goes back to editing: what was approved is no longer what
 * would be published.
 * @returns the number of the new revision, or of the present one when nothing differs.
 * @throws Forbidden for whoever does not keep the policy; Refused for a draft that has ended.
 */
export async function reviseDraft(
  tx: Tx,
  actor: Actor,
  draftId: string,
  work: (now: PolicyDraft) => Promise<Revised> | Revised,
): Promise<number> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  return writeRevision(tx, actor, draftId, work)
}

/** The same without asking whether they keep the policy: for what follows from an answer that was asked of somebody. */
export async function writeRevision(
  tx: Tx,
  actor: Actor,
  draftId: string,
  work: (now: PolicyDraft) => Promise<Revised> | Revised,
): Promise<number> {
  const draft = await readDraft(tx, draftId, { lock: true })
  if (draft.stage === 'published' || draft.stage === 'set_aside')
    throw new Refused(
      'policy.draft.ended',
      'This draft has ended. Begin a new one from it or from the version in force.',
    )
  const revised = await work(draft)
  const { text, hash } = stored(revised.content)
  if (hash.equals(draft.hash)) return draft.revision
  const number = draft.revision + 1
  const { organisationId } = actor
  const at = nowText(tx)
  await tx
    .insertInto('app.policy_revision')
    .values({
      organisation_id: organisationId,
      draft_id: draftId,
      number,
      content: text,
      content_hash: hash,
      says: revised.says,
      place: revised.place ?? '',
      goes_back_to: revised.goesBackTo ?? null,
      made_by: personOf(actor),
      made_at: at,
    })
    .execute()
  const reopened = draft.stage === 'approving' || draft.stage === 'approved'
  await tx
    .updateTable('app.policy_draft')
    .set({
      revision: number,
      changed_at: at,
      ...(reopened ? { stage: 'editing', in_force_on: null } : {}),
      // Those who are asked in a consultation read on in what it has become.
      ...(draft.stage === 'consulting' ? { offered_revision: number } : {}),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', draftId)
    .execute()
  recordEvent(tx, {
    code: reopened ? 'policy.draft.reopened' : 'policy.draft.revised',
    subject: { kind: 'policy_draft', id: draftId },
    details: { revision: number, says: revised.says, place: revised.place ?? '', hash: hash.toString('hex') },
  })
  return number
}
