import type { PolicyDraft } from '#areas/drafting/index.ts'
import type { DecisionStanding, GivenVoice } from '#pack/engines/decisions/decide.ts'
import { standingOfDecision } from '#pack/engines/decisions/decide.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Approval, ApprovalStep } from '../approval-steps.ts'

/** One word that was given about a revision. */
export interface GivenApproval {
  readonly decision: string
  readonly voice: string
  readonly answer: 'yes' | 'no'
  readonly reason: string
  readonly decidedOn: Temporal.PlainDate
  readonly minute: string
  readonly givenBy: string
  readonly givenAt: Temporal.Instant
}

/** Since when, and by whose wish, a draft waits for approval. */
export interface Offered {
  readonly by: string | null
  readonly at: Temporal.Instant | null
}

/** Who offered a draft for approval, and when. */
export async function readOffered(tx: Tx, draftId: string): Promise<Offered> {
  const row = await tx
    .selectFrom('app.policy_draft')
    .select(['offered_by', 'offered_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', draftId)
    .executeTakeFirst()
  const at = row?.offered_at ?? null
  return { by: row?.offered_by ?? null, at: at === null ? null : Temporal.Instant.from(at) }
}

/** What was said of the revision that is offered, since it was offered; `all` gives what was said of every revision. */
export async function readApprovals(tx: Tx, draft: PolicyDraft, all = false): Promise<GivenApproval[]> {
  const rows = await tx
    .selectFrom('app.policy_approval')
    .select(['decision', 'voice', 'answer', 'reason', 'decided_on', 'minute', 'given_by', 'given_at', 'revision'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draft.id)
    .orderBy('given_at')
    .orderBy('id')
    .limit(200)
    .execute()
  const { at } = await readOffered(tx, draft.id)
  return rows.flatMap((row) => {
    const givenAt = Temporal.Instant.from(row.given_at)
    const counts = row.revision === draft.offeredRevision && at !== null && Temporal.Instant.compare(givenAt, at) >= 0
    if (!all && !counts) return []
    return [
      {
        decision: row.decision,
        voice: row.voice,
        answer: row.answer === 'yes' ? ('yes' as const) : ('no' as const),
        reason: row.reason,
        decidedOn: Temporal.PlainDate.from(row.decided_on),
        minute: row.minute,
        givenBy: row.given_by,
        givenAt,
      },
    ]
  })
}

/** Whose word counts for the revision that is offered, by decision and voice. */
export async function readApprovers(
  tx: Tx,
  draft: PolicyDraft,
): Promise<{ decision: string; voice: string; post: string; is_resolution: boolean }[]> {
  return tx
    .selectFrom('app.policy_approver')
    .select(['decision', 'voice', 'post', 'is_resolution'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draft.id)
    .where('revision', '=', draft.offeredRevision ?? 0)
    .orderBy('position')
    .execute()
}

/** Each decision with its voices, in order; the first that is open is the one that is waited for. */
export function standingsOf(
  approval: Approval,
  given: readonly GivenApproval[],
): { step: ApprovalStep; standing: DecisionStanding; voices: readonly GivenApproval[] }[] {
  return approval.steps.map((step) => {
    const voices = given.filter((one) => one.decision === step.id)
    return {
      step,
      voices,
      standing: standingOfDecision(
        step.decision,
        voices.map((one) => voiceOf(approval, one)),
      ),
    }
  })
}

/** A word as the engine counts it. What is only written down is not the word of who wrote it: two chairs stay two people. */
export const voiceOf = ({ first }: Approval, one: GivenApproval): GivenVoice => ({
  person: first ? `${one.givenBy} for ${one.voice}` : one.givenBy,
  parties: [`party/${one.voice}`],
  says: one.answer,
  at: one.givenAt.toString(),
})
