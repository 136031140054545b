import type { Actor, Audience } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { mayKeepPolicy } from '../may-keep.ts'
import { type DraftStage, type PolicyDraft, readDraft } from '../queries/read-draft.ts'

/** The next stage of a draft and what is set with it; what is left out stays. */
export interface DraftChange {
  readonly to: DraftStage
  readonly offeredRevision?: number | null
  readonly material?: boolean
  readonly changeNote?: string
  readonly consultAudiences?: readonly Audience[]
  readonly consultUntil?: Temporal.PlainDate | null
  readonly inForceOn?: Temporal.PlainDate | null
  readonly whyEnded?: string
}

const NEXT: Readonly<Record<DraftStage, readonly DraftStage[]>> = {
  editing: ['editing', 'consulting', 'approving', 'approved', 'set_aside'],
  consulting: ['consulting', 'editing', 'set_aside'],
  approving: ['approving', 'editing', 'approved', 'set_aside'],
  approved: ['approved', 'editing', 'published', 'set_aside'],
  published: [],
  set_aside: ['editing'],
}

/**
 * Takes a draft to another stage, or sets what is said about it at its stage. Run as the system where the step follows from
 * somebody's approval or from the calendar.
 * @throws Forbidden for whoever does not keep the policy; Refused for a stage that does not follow.
 */
export async function setStage(tx: Tx, actor: Actor, draftId: string, change: DraftChange): Promise<PolicyDraft> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const draft = await readDraft(tx, draftId, { lock: true })
  if (!NEXT[draft.stage].includes(change.to))
    throw new Refused(
      'policy.draft.stage',
      'Somebody has taken this draft further meanwhile. Look at how it stands now.',
    )
  await tx
    .updateTable('app.policy_draft')
    .set({
      stage: change.to,
      changed_at: nowText(tx),
      ...(change.offeredRevision === undefined ? {} : { offered_revision: change.offeredRevision }),
      ...(change.material === undefined ? {} : { material: change.material }),
      ...(change.changeNote === undefined ? {} : { change_note: change.changeNote }),
      ...(change.consultAudiences === undefined ? {} : { consult_audiences: [...change.consultAudiences] }),
      ...(change.consultUntil === undefined ? {} : { consult_until: change.consultUntil?.toString() ?? null }),
      ...(change.inForceOn === undefined ? {} : { in_force_on: change.inForceOn?.toString() ?? null }),
      ...(change.whyEnded === undefined ? {} : { why_ended: change.whyEnded }),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', draftId)
    .execute()
  recordEvent(tx, {
    code: `policy.draft.${change.to}`,
    subject: { kind: 'policy_draft', id: draftId },
    details: { from: draft.stage, to: change.to, revision: draft.revision, reason: change.whyEnded ?? '' },
  })
  return readDraft(tx, draftId)
}
