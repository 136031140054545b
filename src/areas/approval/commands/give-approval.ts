import { draftPaths, type PolicyDraft, readDraft, setStage } from '#areas/drafting/index.ts'
import { policyInForceOrNone, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { mayDecide } from '#pack/engines/decisions/may-decide.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { type Approval, approvalOf, needsMinute } from '../approval-steps.ts'
import { readApprovals, readApprovers, readOffered, standingsOf, voiceOf } from '../queries/approvals.ts'
import { ownSeats } from '../queries/members.ts'
import { tellKeepers } from '../tell.ts'
import { tellNext } from '../tell-next.ts'

export interface GiveApproval {
  readonly draftId: string
  readonly decision: string
  /** The party whose word it is, without `party/`. */
  readonly voice: string
  readonly answer: 'yes' | 'no'
  readonly reason: string
  readonly decidedOn: Temporal.PlainDate
  readonly minute: string
  /** The revision that the page showed: a word counts for what was read. */
  readonly revision: number
}

/**
 * Gives one's word about the revision that is offered, or writes down what a body decided. A no takes the draft back to
 * editing with its reason; the last yes makes it approved.
 */
export async function giveApproval(tx: Tx, actor: PersonActor, input: GiveApproval): Promise<void> {
  const draft = await readDraft(tx, input.draftId)
  if (draft.stage !== 'approving' || draft.offeredRevision !== input.revision)
    throw new Refused(
      'policy.approval.changed',
      'The draft has changed since you opened this page. Read it again, and then decide.',
    )
  const approval = approvalOf((await policyInForceOrNone(tx))?.pack ?? null, draft.pack)
  await assertMay(tx, actor, draft, approval, input)
  await tx
    .insertInto('app.policy_approval')
    .values({
      organisation_id: actor.organisationId,
      id: newId(contextOf(tx).clock),
      draft_id: draft.id,
      revision: input.revision,
      content_hash: draft.hash,
      decision: input.decision,
      voice: input.voice,
      answer: input.answer,
      reason: input.reason,
      decided_on: input.decidedOn.toString(),
      minute: input.minute,
      given_by: actor.personId,
      given_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: input.answer === 'yes' ? 'policy.approval.given' : 'policy.approval.refused',
    subject: { kind: 'policy_draft', id: draft.id },
    details: {
      decision: input.decision,
      voice: input.voice,
      revision: input.revision,
      hash: draft.hash.toString('hex'),
      minute: input.minute,
    },
  })
  await asSystem(tx, () => follow(tx, draft, approval, input, actor))
}

async function assertMay(tx: Tx, actor: PersonActor, draft: PolicyDraft, approval: Approval, input: GiveApproval) {
  const step = approval.steps.find((one) => one.id === input.decision)
  const given = await readApprovals(tx, draft)
  const next = standingsOf(approval, given).find(({ standing }) => standing.kind === 'open')
  if (step === undefined || next?.step.id !== step.id)
    throw new Refused('policy.approval.order', 'Another decision comes first, or this one has been made already.')
  const seats = await ownSeats(tx, actor.personId)
  const own = (await readApprovers(tx, draft)).filter(
    (one) => one.decision === step.id && one.voice === input.voice && seats.has(one.post),
  )
  if (own.length === 0) throw new Forbidden('policy.approval.not_theirs')
  const opener = own.some((one) => one.is_resolution) ? null : (await readOffered(tx, draft.id)).by
  const may = mayDecide(
    step.decision,
    { person: actor.personId, parties: [`party/${input.voice}`] },
    { opener, subjects: [], keptOut: [] },
    next.voices.map((one) => voiceOf(approval, one)),
  )
  if (!may.ok) throw new Refused(`policy.approval.${may.code}`, may.says)
  if (input.minute === '' && needsMinute(approval.pack, input.voice))
    throw new Refused('policy.approval.minute', 'Say where the decision stands written: the number of the minute.')
}

async function follow(tx: Tx, draft: PolicyDraft, approval: Approval, input: GiveApproval, actor: PersonActor) {
  const standings = standingsOf(approval, await readApprovals(tx, draft))
  const system = { kind: 'system', organisationId: actor.organisationId, name: 'system/policy' } as const
  const party = approval.pack.parties[input.voice]
  const who = party === undefined ? 'Whoever keeps the policy' : textOf(party.says)
  if (input.answer === 'no') {
    await setStage(tx, system, draft.id, { to: 'editing', whyEnded: `${who}: ${input.reason}` })
    const says = `“${draft.title}” was not approved: ${input.reason}`
    return tellKeepers(tx, told(draft, 'refused', says), actor.personId)
  }
  if (standings.some(({ standing }) => standing.kind !== 'agreed')) return tellNext(tx, draft, approval, actor.personId)
  await setStage(tx, system, draft.id, { to: 'approved', whyEnded: '' })
  return tellKeepers(tx, told(draft, 'approved', `“${draft.title}” is approved and can be published.`), actor.personId)
}

const told = (draft: PolicyDraft, what: string, says: string) => ({
  draftId: draft.id,
  code: `policy.approval.${what}:${draft.revision}:${draft.changedAt.epochMilliseconds}`,
  says,
  href: what === 'approved' ? draftPaths.publish.to(draft.id) : draftPaths.approval.to(draft.id),
})
