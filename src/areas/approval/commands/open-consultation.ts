import { readDraft, setStage } from '#areas/drafting/index.ts'
import type { Audience, PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue } from '#platform/database/tx.ts'

export interface OpenConsultation {
  readonly draftId: string
  readonly audiences: readonly Audience[]
  readonly until: Temporal.PlainDate
}

/**
 * Asks people what they think of a draft as it stands: from now on they read it and comment on it, clause by clause. Asking
 * again while it is open changes who is asked and until when.
 */
export async function openConsultation(tx: Tx, actor: PersonActor, input: OpenConsultation): Promise<void> {
  if (input.audiences.length === 0) throw new Refused('policy.consultation.nobody', 'Choose at least one group to ask.')
  const draft = await readDraft(tx, input.draftId)
  await setStage(tx, actor, input.draftId, {
    to: 'consulting',
    offeredRevision: draft.revision,
    consultAudiences: input.audiences,
    consultUntil: input.until,
  })
  // Hundreds may be asked: they are told in the background.
  await enqueue(tx, 'tell_of_consultation', { draftId: input.draftId }, { key: `tell-consultation:${input.draftId}` })
  await closeAfter(tx, input.draftId)
}

/** Has the consultation closed when its last day is over; the job looks for itself whether that day has come. */
const closeAfter = (tx: Tx, draftId: string): Promise<void> =>
  enqueue(tx, 'policy_drafts_day', { draftId }, { key: `drafts-day:${draftId}` })

/** Closes a consultation, early or because its day has come; what was said stays with the draft. */
export async function closeConsultation(tx: Tx, actor: PersonActor, draftId: string): Promise<void> {
  const draft = await readDraft(tx, draftId)
  if (draft.stage !== 'consulting')
    throw new Refused('policy.consultation.not_open', 'This consultation has closed already.')
  await setStage(tx, actor, draftId, { to: 'editing' })
}
