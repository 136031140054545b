import { readDraft } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { audienceAsked } from '../queries/asked-as.ts'

export interface AddComment {
  readonly draftId: string
  /** Null: about the whole. */
  readonly clause: string | null
  readonly says: string
}

const CLOSED = new Refused('policy.consultation.closed', 'This consultation has closed. Nothing more can be said here.')

/** Says what somebody thinks of a clause of a draft, or of the whole. Row policies hold that only those who are asked may. */
export async function addComment(tx: Tx, actor: PersonActor, input: AddComment): Promise<string> {
  const draft = await readDraft(tx, input.draftId)
  const audience = await audienceAsked(tx, actor, draft)
  if (draft.stage !== 'consulting' || audience === null) throw CLOSED
  const shown = draft.offeredRevision ?? draft.revision
  if (input.clause !== null && !draft.pack.clauses.some((clause) => clause.id === input.clause))
    throw new NotFound('clause.missing')
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.policy_comment')
    .values({
      organisation_id: actor.organisationId,
      id,
      draft_id: input.draftId,
      revision: shown,
      clause: input.clause,
      person_id: actor.personId,
      audience,
      says: input.says,
      made_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: 'policy.comment.made',
    subject: { kind: 'policy_comment', id },
    details: { draft: input.draftId, clause: input.clause ?? '', revision: shown },
  })
  return id
}

/** Changes one's own comment while the consultation is open; the words before are in nobody's way any more. */
export async function changeComment(
  tx: Tx,
  actor: PersonActor,
  input: { readonly id: string; readonly says: string },
): Promise<void> {
  await own(tx, actor, input.id, { says: input.says, changed_at: nowText(tx), withdrawn_at: null })
  recordEvent(tx, { code: 'policy.comment.changed', subject: { kind: 'policy_comment', id: input.id }, details: {} })
}

/** Takes one's own comment back while the consultation is open. */
export async function withdrawComment(tx: Tx, actor: PersonActor, id: string): Promise<void> {
  await own(tx, actor, id, { withdrawn_at: nowText(tx) })
  recordEvent(tx, { code: 'policy.comment.withdrawn', subject: { kind: 'policy_comment', id }, details: {} })
}

async function own(
  tx: Tx,
  actor: PersonActor,
  id: string,
  set: { readonly says?: string; readonly changed_at?: string; readonly withdrawn_at?: string | null },
): Promise<void> {
  const changed = await tx
    .updateTable('app.policy_comment')
    .set(set)
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .returning('id')
    .executeTakeFirst()
  if (changed === undefined) throw CLOSED
}
