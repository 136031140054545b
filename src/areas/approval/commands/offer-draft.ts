import { readDraft, setStage } from '#areas/drafting/index.ts'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowText } from '#platform/database/tx.ts'
import { type Approval, type Approver, approvalOf, approversOf } from '../approval-steps.ts'
import { allHolders } from '../queries/members.ts'
import { tellNext } from '../tell-next.ts'

/**
 * Offers a draft as it stands to those who approve it. The policy in force says who they are; whoever offers it is not among
 * those who decide alone, and somebody stands in where the policy names one.
 */
export async function offerDraft(tx: Tx, actor: PersonActor, draftId: string, revision: number): Promise<void> {
  const before = await readDraft(tx, draftId)
  if (before.stage !== 'editing')
    throw new Refused('policy.offer.stage', 'Only a draft that is being edited can be offered for approval.')
  if (before.revision !== revision)
    throw new Refused(
      'policy.offer.changed',
      'Somebody has edited the draft meanwhile. Read it again, and then offer it.',
    )
  const draft = await setStage(tx, actor, draftId, {
    to: 'approving',
    offeredRevision: before.revision,
    inForceOn: null,
  })
  await tx
    .updateTable('app.policy_draft')
    .set({ offered_by: actor.personId, offered_at: nowText(tx) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', draftId)
    .execute()
  await asSystem(tx, async () => {
    const approval = approvalOf((await policyInForceOrNone(tx))?.pack ?? null, draft.pack)
    const approvers = await whoMay(tx, approval, actor.personId)
    await write(tx, actor.organisationId, draftId, draft.revision, approvers)
    await tellNext(tx, draft, approval, actor.personId)
  })
  await enqueue(tx, 'policy_drafts_day', { draftId }, { key: `drafts-day:${draftId}` })
}

async function whoMay(tx: Tx, approval: Approval, offeredBy: string): Promise<Approver[]> {
  const holders = await allHolders(tx)
  return approversOf(approval, (post) => {
    const acting = actingFor(approval.pack, `party/${post}`, holders, { keptOut: [offeredBy], away: [] })
    return acting.people.length === 0 ? post : acting.party.replace(/^party\//, '')
  })
}

async function write(
  tx: Tx,
  organisation_id: string,
  draft_id: string,
  revision: number,
  approvers: readonly Approver[],
) {
  if (approvers.length === 0) return
  await tx
    .insertInto('app.policy_approver')
    .values(
      approvers.map((one) => ({
        organisation_id,
        draft_id,
        revision,
        decision: one.decision,
        voice: one.voice,
        post: one.post,
        position: one.position,
        is_resolution: one.isResolution,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
